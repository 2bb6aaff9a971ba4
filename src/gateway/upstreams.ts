import type { Viewer } from '../access/viewer.ts';
import { Gathering, type Caller, type Connections } from '../connections/index.ts';
import type { Adapter } from '../contract/index.ts';
import type { Upstreams } from '../engine/scope.ts';
import { GATEWAY_ITSELF } from './itself.ts';

/** How the engine reaches systems: adapters and connections under the names that tables use. */
export function upstreamsOf(adapters: ReadonlyMap<string, Adapter>, connections: Connections): Upstreams {
  const gatherings = gatheringsOf(adapters);
  const identity: Upstreams['identity'] = (connection, viewer) =>
    connections.identityOf(connection, callerOf(viewer));
  return {
    adapter: (connection) => {
      const adapter = adapters.get(connection);
      if (adapter === undefined) throw new Error(`there is no connection ${connection}`);
      return adapter;
    },
    send: (connection, { viewer, requestId, signal, together }) => {
      const sendUntil = (until: AbortSignal) =>
        connections.sender(connection, { ...callerOf(viewer), requestId, signal: until });
      const gathering = gatherings.get(connection);
      if (gathering === undefined || (gathering.onRequest && together !== true)) return sendUntil(signal);
      const { domain, subject } = callerOf(viewer);
      const key = JSON.stringify([requestId, domain, subject, identity(connection, viewer)]);
      return gathering.send(key, sendUntil, signal);
    },
    identity,
    sharesRows: (connection, viewer) => connections.actsAs(connection, viewer) === 'service',
  };
}

function callerOf(viewer: Viewer): Pick<Caller, 'domain' | 'subject' | 'names'> {
  const subject = viewer === GATEWAY_ITSELF ? null : viewer.subject;
  return { domain: viewer.domain, subject, names: viewer.names };
}

/** By connection, where its system can take several requests as one. */
function gatheringsOf(adapters: ReadonlyMap<string, Adapter>): ReadonlyMap<string, Gathering> {
  const packings = [...adapters].flatMap(([connection, { packing }]) =>
    packing === undefined ? [] : [[connection, new Gathering(packing)] as const],
  );
  return new Map(packings);
}
