import type { SfRecord } from '../../world/world.ts';
import { idKey } from '../ids.ts';

/** Whether a user may see a record. */
export type Sharing = (object: string, record: SfRecord) => boolean;

/**
 * Organisation-wide defaults, as far as a reading client notices them: of a private object a user sees the own records, and the integration user,
 * who has View All Data, sees all. Sharing rules, roles above and teams are not modelled. That a parent's fields can be read through a child is
 * left as it is.
 */
export function sharingFor(
  user: { readonly userId: string; readonly username: string },
  options: { readonly privateObjects?: readonly string[]; readonly username: string },
): Sharing {
  const { privateObjects = [], username } = options;
  if (privateObjects.length === 0 || user.username.toLowerCase() === username.toLowerCase())
    return () => true;
  const closed = new Set(privateObjects);
  const own = idKey(user.userId);
  return (object, record) => {
    const owner = record['OwnerId'];
    return !closed.has(object) || (typeof owner === 'string' && idKey(owner) === own);
  };
}
