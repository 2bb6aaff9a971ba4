import { child } from './keys.ts';
import type { Finding } from './problem.ts';
import { suggestion } from './suggest.ts';

/** Connections that `forwarding` names: there, of the right kind, each pair once. Reads the file as it was written. */
export function checkForwarding(raw: unknown): Finding[] {
  const rules = child(raw, 'forwarding');
  if (!Array.isArray(rules)) return [];
  const connections = child(raw, 'connections');
  const seen = new Set<string>();
  return rules.flatMap((rule: unknown, index) => {
    const path = ['forwarding', index];
    const from = child(rule, 'from');
    const to = child(rule, 'to') ?? 'servicenow';
    const found = [
      ...checkName(
        connections,
        [...path, 'from'],
        from,
        (adapter) => adapter !== 'servicenow',
        'an incident tool',
      ),
      ...checkName(
        connections,
        [...path, 'to'],
        to,
        (adapter) => adapter === 'servicenow',
        'a ServiceNow instance',
      ),
    ];
    const name = String(from);
    if (seen.has(name))
      found.push({ path: [...path, 'from'], message: 'is forwarded by another rule already' });
    seen.add(name);
    return found;
  });
}

function checkName(
  connections: unknown,
  path: Finding['path'],
  name: unknown,
  fits: (adapter: unknown) => boolean,
  what: string,
): Finding[] {
  if (typeof name !== 'string') return [];
  const names = typeof connections === 'object' && connections !== null ? Object.keys(connections) : [];
  if (!names.includes(name)) {
    const hint =
      names.length === 0 ? 'There are no connections.' : `Of the connections, ${suggestion(name, names)}`;
    return [{ path, message: `names the connection "${name}", which is not there`, hint }];
  }
  const adapter = child(child(connections, name), 'adapter');
  return fits(adapter) ? [] : [{ path, message: `must name a connection to ${what}` }];
}
