import type { Faults } from './faults.ts';
import type { SandboxRequest, SandboxResponse } from './service.ts';
import type { Watch } from './watch.ts';
import { readFault } from './fault-input.ts';

export const CONTROL_PREFIX = '/__sandbox/';

const ROUTES =
  'GET or DELETE /__sandbox/requests; GET, POST or DELETE /__sandbox/faults; DELETE /__sandbox/faults/{id}';

/** Answers `/__sandbox/*`: watching and breaking. These requests are neither recorded nor broken themselves. */
export function control(request: SandboxRequest, watch: Watch, faults: Faults): SandboxResponse {
  const route = `${request.method} ${request.path}`;
  switch (route) {
    case 'GET /__sandbox/requests':
      return { status: 200, body: { requests: watch.list() } };
    case 'DELETE /__sandbox/requests':
      watch.forget();
      return { status: 204 };
    case 'GET /__sandbox/faults':
      return { status: 200, body: { faults: faults.list() } };
    case 'POST /__sandbox/faults':
      return addFault(request.body, faults);
    case 'DELETE /__sandbox/faults':
      faults.clear();
      return { status: 204 };
    default:
      return removeFault(route, faults);
  }
}

function addFault(body: Buffer, faults: Faults): SandboxResponse {
  const read = readFault(body);
  if ('problem' in read) return { status: 400, body: { error: read.problem } };
  return { status: 201, body: { id: faults.add(read.fault).id } };
}

function removeFault(route: string, faults: Faults): SandboxResponse {
  const id = /^DELETE \/__sandbox\/faults\/(\d+)$/.exec(route)?.[1];
  if (id === undefined) return { status: 404, body: { error: `Not a route of the sandbox: ${ROUTES}` } };
  if (faults.remove(id)) return { status: 204 };
  return { status: 404, body: { error: `There is no fault ${id}.` } };
}
