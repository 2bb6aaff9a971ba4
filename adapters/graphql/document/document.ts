import type { Argument } from '../declaration/declared.ts';
import type { Field } from './field.ts';

export interface Document {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The query of root fields. Each argument becomes a variable; the same argument (by identity) in several places becomes one. Printed here and not by the
 * graphql package, which adapters do not import: only names and variables' types are ever written.
 */
export function documentOf(fields: readonly Field[]): Document {
  const variables = new Variables();
  const body = printAll(fields, variables);
  const declared = variables.all().map(({ name, argument }) => `$${name}: ${argument.type}`);
  const head = declared.length === 0 ? 'query' : `query (${declared.join(', ')})`;
  return {
    query: `${head} ${body}`,
    variables: Object.fromEntries(variables.all().map(({ name, argument }) => [name, argument.value])),
  };
}

/** Bytes that fields add to a request, as JSON, with a little room for their variables' names. */
export function bytesOf(fields: readonly Field[]): number {
  return Buffer.byteLength(JSON.stringify(documentOf(fields)));
}

/** Lives while one document is printed. */
class Variables {
  readonly #names = new Map<Argument, string>();
  readonly #taken = new Set<string>();

  nameOf(argument: Argument): string {
    const known = this.#names.get(argument);
    if (known !== undefined) return known;
    const name = this.#taken.has(argument.name) ? `${argument.name}_${this.#names.size}_` : argument.name;
    this.#taken.add(name);
    this.#names.set(argument, name);
    return name;
  }

  all(): { name: string; argument: Argument }[] {
    return [...this.#names].map(([argument, name]) => ({ name, argument }));
  }
}

function printAll(fields: readonly Field[], variables: Variables): string {
  return `{ ${fields.map((field) => print(field, variables)).join(' ')} }`;
}

function print({ name, alias, arguments: given = [], fields = [], on }: Field, variables: Variables): string {
  const label = alias === undefined ? name : `${alias}: ${name}`;
  const list = given.map((argument) => `${argument.name}: $${variables.nameOf(argument)}`);
  const call = list.length === 0 ? label : `${label}(${list.join(', ')})`;
  if (fields.length === 0) return call;
  const body = printAll(fields, variables);
  return `${call} ${on === undefined ? body : `{ __typename ... on ${on} ${body} }`}`;
}
