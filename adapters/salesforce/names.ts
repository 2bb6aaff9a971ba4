/**
 * API names as Salesforce spells them: letters, digits and single underscores, with up to two double underscores (namespace and suffix:
 * `acme__Region__c`). Anything that passes here can stand in SOQL and in a path without quoting.
 */
const NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*(?:__[A-Za-z](?:_?[A-Za-z0-9])*){0,2}$/;
const LONGEST_NAME = 80;

/** SOQL follows references this many levels up from the object of the query. */
export const PARENT_LEVELS = 5;

export function isApiName(name: string): boolean {
  return name.length <= LONGEST_NAME && NAME.test(name);
}

/** A field, or a field of a parent: `Name`, `Account.Owner.Name`. */
export function isFieldPath(path: string): boolean {
  const parts = path.split('.');
  if (parts.length > PARENT_LEVELS + 1 || !parts.every(isApiName)) return false;
  return parts.slice(0, -1).every((part) => !/__c$/i.test(part));
}

export function isParentPath(path: string): boolean {
  return path.includes('.');
}

/**
 * The relationship that a reference field is followed by: `AccountId` by `Account`, `Region__c` by `Region__r`; null where the name does
 * not tell.
 */
export function relationshipOf(field: string): string | null {
  if (/__c$/i.test(field)) return `${field.slice(0, -3)}__r`;
  if (/[A-Za-z0-9]Id$/.test(field)) return field.slice(0, -2);
  return null;
}
