import { child } from './keys.ts';
import type { Finding } from './problem.ts';
import { suggestion } from './suggest.ts';

/** Work notes need a connection to the instance that somebody can log in to when no viewer is there. */
export function checkSync(raw: unknown): Finding[] {
  const sync = child(raw, 'sync');
  if (child(child(sync, 'notes'), 'enabled') !== true) return [];
  const name = child(sync, 'connection') ?? 'servicenow';
  const connections = child(raw, 'connections');
  if (typeof name !== 'string' || typeof connections !== 'object' || connections === null) return [];
  const connection = child(connections, name);
  if (connection === undefined) {
    const hint = `Of the connections, ${suggestion(name, Object.keys(connections))}`;
    const message = `names the connection "${name}", which is not there`;
    return [{ path: ['sync', 'connection'], message, hint }];
  }
  const adapter = child(connection, 'adapter');
  if (adapter !== 'servicenow') {
    const message = `names "${name}", which is no ServiceNow instance`;
    return [{ path: ['sync', 'connection'], message, hint: 'Cases and their work notes are in ServiceNow.' }];
  }
  const auth = child(connection, 'auth');
  const asViewer = child(connection, 'identity') === 'viewer' && child(auth, 'grant') === 'jwt-bearer';
  if (!asViewer || child(auth, 'subject') !== undefined) return [];
  const hint = 'User name of an account that writes the work notes, which no viewer asks for.';
  return [{ path: ['connections', name, 'auth', 'subject'], message: 'is missing', hint }];
}
