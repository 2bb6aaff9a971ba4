import { Kind, print } from 'graphql';

const NAME = /^[_A-Za-z][_0-9A-Za-z]*$/;
const WIDTH = 90;

/** A value that cannot stand in a declaration. */
export class LiteralError extends Error {
  override readonly name = 'LiteralError';
}

/**
 * A plain value as an object literal of SDL, over several lines where one would be too long. `indent` is where the line stands. Throws
 * LiteralError for what SDL cannot hold: a member whose name is no GraphQL name, a number that is none.
 */
export function literal(value: unknown, indent: number): string {
  const flat = flatText(value);
  if (flat.length + indent <= WIDTH || typeof value !== 'object' || value === null) return flat;
  const inner = ' '.repeat(indent + 2);
  const items = Array.isArray(value)
    ? value.map((item) => literal(item, indent + 2))
    : Object.entries(value).map(([name, member]) => `${name}: ${literal(member, indent + 2)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${items.map((item) => `${inner}${item}`).join('\n')}\n${' '.repeat(indent)}${close}`;
}

function flatText(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'string') return print({ kind: Kind.STRING, value });
  if (Array.isArray(value)) return `[${value.map(flatText).join(', ')}]`;
  if (typeof value !== 'object') throw new LiteralError(`a ${typeof value} cannot stand in a declaration`);
  const members = Object.entries(value).map(([name, member]) => {
    if (!NAME.test(name))
      throw new LiteralError(`${JSON.stringify(name)} is no name that a declaration can hold`);
    return `${name}: ${flatText(member)}`;
  });
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
