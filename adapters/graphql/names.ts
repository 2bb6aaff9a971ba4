const NAME = /^[_A-Za-z][_0-9A-Za-z]{0,199}$/;
const TYPE = /^(?:[_A-Za-z][_0-9A-Za-z]*!?|\[[_A-Za-z][_0-9A-Za-z]*!?\]!?)$/;

/** A name of the GraphQL language. Names that begin with two underscores belong to the language itself. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value) && !value.startsWith('__');
}

/** Field names joined by dots: `status.name`. */
export function isPath(value: unknown): value is string {
  return typeof value === 'string' && value.split('.').every(isName);
}

/** The type of a variable: `ID!`, `[ID!]!`, `IncidentFilter`. */
export function isType(value: unknown): value is string {
  return typeof value === 'string' && TYPE.test(value);
}

export function isListType(type: string): boolean {
  return type.startsWith('[');
}

/** `ID` of `[ID!]!`. */
export function bareType(type: string): string {
  return type.replace(/[[\]!]/g, '');
}

export function quote(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 100);
}
