import { CasegraphError } from '../../contract/index.ts';
import type { GraphContext } from '../context.ts';

/** Throws `forbidden` for everybody but administrators, and where there is nothing to look at. `what`: "the state of the connections". */
export function requireAdministrator<Watch extends { readonly roles: readonly string[] }>(
  watch: Watch | undefined,
  { viewer }: Pick<GraphContext, 'viewer'>,
  what: string,
): Watch {
  if (watch?.roles.some((role) => viewer.roles.has(role)) === true) return watch;
  throw new CasegraphError('forbidden', `Only administrators may see ${what}. Ask one for a role that can.`);
}
