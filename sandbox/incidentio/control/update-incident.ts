import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import type { IoActor, IoIncident } from '../../world/incidentio-records.ts';
import type { Account } from '../account.ts';
import { invalid, notFound } from '../http/api-error.ts';
import { jsonBody, textIn } from '../http/json-body.ts';
import { changeIncident } from '../incidents/change.ts';

/**
 * An update as a responder posts it in the channel: `{ message?, status?, severity?, name?, summary?, merged_into? }`. A status is
 * named by id, name or category (then its first status); a severity by id or name. People may make any transition.
 */
export function updateIncident({ body }: SandboxRequest, id: string, account: Account): SandboxResponse {
  const before = account.store.incidentBy(id);
  if (before === undefined) throw notFound(`Incident ${id}`);
  const given = jsonBody(body);
  const { statuses, severities } = account.store.organisation;
  const [status, severity] = [textIn(given, 'status'), textIn(given, 'severity')];
  const [name, summary] = [textIn(given, 'name'), textIn(given, 'summary')];
  const moved = pick('status', status, statuses, (each) => [each.id, each.name, each.category]);
  const rated = pick('severity', severity, severities, (each) => [each.id, each.name]);
  const wanted: IoIncident = {
    ...before,
    ...(moved && { incident_status: moved }),
    ...(rated && { severity: rated }),
    ...(name !== undefined && { name }),
    ...(summary !== undefined && { summary }),
  };
  const incident = changeIncident(account, before, wanted, {
    by: responder(account),
    message: textIn(given, 'message'),
    mergedInto: textIn(given, 'merged_into'),
  });
  return { status: 200, body: { incident } };
}

/** Who does what control routes say. */
export function responder({ store }: Account): IoActor {
  const [user] = store.organisation.users;
  return user ? { user } : {};
}

function pick<T>(
  field: string,
  wanted: string | undefined,
  all: readonly T[],
  names: (each: T) => readonly string[],
): T | undefined {
  if (wanted === undefined) return undefined;
  const found = all.find((each) => names(each).includes(wanted));
  if (found === undefined)
    throw invalid(
      field,
      `There is no ${field} ${wanted}: ${all.flatMap((each) => names(each).slice(1)).join(', ')}`,
    );
  return found;
}
