import type { ObjectDescription } from '../contract/index.ts';
import { numbered } from './name-pool.ts';
import { GENERATED, type Surroundings } from './surroundings.ts';
import { camel, line, pascal, pluralOf } from './words.ts';

export interface TableNames {
  /** Name of the type. */
  readonly type: string;
  /** Root field of the list. */
  readonly plural: string;
  /** What people call one row. */
  readonly label: string;
}

const NAME = /^[A-Z][A-Za-z0-9_]{0,59}$/;

/** A name that was asked for and cannot be had. Its message says what to do. */
export class NameError extends Error {
  override readonly name = 'NameError';
}

/**
 * The wanted name, or one made of the upstream's; where that is taken, with the connection's name before it. Throws NameError for a wanted
 * name that is none or is taken.
 */
export function tableNames(
  description: ObjectDescription,
  connection: string,
  wanted: string | undefined,
  around: Surroundings,
): TableNames {
  const own = pascal(description.rowName ?? description.object);
  const label = line(description.label, 80) || own;
  if (wanted !== undefined) {
    if (!NAME.test(wanted))
      throw new NameError(
        `--name ${JSON.stringify(wanted)} is no name of a type: a capital letter, then letters and digits, such as ${own}.`,
      );
    if (isTaken(wanted, around))
      throw new NameError(
        `The schema has a type ${wanted} already. Give another --name, or remove that one first.`,
      );
    return { type: wanted, plural: pluralFor(wanted, description, around), label };
  }
  const taken = (name: string): boolean => isTaken(name, around);
  const type =
    [own, `${pascal(connection)}${own}`].find((name) => !taken(name)) ??
    numbered(`${pascal(connection)}${own}`, taken);
  return { type, plural: pluralFor(type, description, around), label };
}

function isTaken(name: string, { types, rootFields }: Surroundings): boolean {
  return GENERATED.some((ending) => types.has(name + ending)) || rootFields.has(camelType(name));
}

/** The upstream's own plural where the type has the upstream's own name, else one made of the type's name. */
function pluralFor(
  type: string,
  { plural, object, rowName }: ObjectDescription,
  { rootFields }: Surroundings,
): string {
  const one = camelType(type);
  const theirs =
    type === pascal(rowName ?? object) && plural !== null && /[a-z]/i.test(plural) ? [camel(plural)] : [];
  const names = [...theirs, pluralOf(one), `${one}List`];
  const taken = (name: string): boolean => name === one || rootFields.has(name);
  return names.find((name) => !taken(name)) ?? numbered(`${one}List`, taken);
}

function camelType(type: string): string {
  return type.charAt(0).toLowerCase() + type.slice(1);
}
