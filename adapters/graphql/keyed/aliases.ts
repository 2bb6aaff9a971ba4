import { CasegraphError } from '../../../src/contract/index.ts';
import { ask, isForgiven } from '../answer/ask.ts';
import type { Complaint } from '../answer/failure.ts';
import { errorOf } from '../answer/failure.ts';
import { memberOf } from '../answer/shape.ts';
import type { Field } from '../document/field.ts';
import type { Lookup } from './lookup.ts';

export interface AliasAnswers {
  /** By alias: what the field gave, or its own error. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly instance: string;
}

/**
 * Several fields in one request, each under its alias. An error whose path begins with one alias fails only that one; one without a path
 * fails all. Where a field that may not be null took the whole answer with it, the others are asked again without it.
 */
export async function askAliases(
  lookup: Lookup,
  fields: readonly Field[],
  missingIsNull: boolean,
): Promise<AliasAnswers> {
  const { settings, call, table } = lookup;
  const { data, complaints, instance } = await ask(settings, call, table, fields);
  const aliases = fields.map(({ alias }) => alias ?? '');
  const general = complaints.find(({ path }) => !aliases.includes(String(path[0])));
  if (general !== undefined) throw errorOf(table, general);
  const outcome = (alias: string): unknown => {
    const own = complaints.filter(({ path }) => path[0] === alias);
    return outcomeOf(
      lookup,
      memberOf(data, alias),
      own.filter((complaint) => !isForgiven(data, complaint)),
      missingIsNull,
    );
  };
  if (data !== null) return { values: new Map(aliases.map((alias) => [alias, outcome(alias)])), instance };
  const failed = aliases.filter((alias) => complaints.some(({ path }) => path[0] === alias));
  const rest = fields.filter(({ alias }) => !failed.includes(alias ?? ''));
  const values = new Map(failed.map((alias) => [alias, outcome(alias)]));
  if (rest.length === 0) return { values, instance };
  const again = await askAliases(lookup, rest, missingIsNull);
  return { values: new Map([...values, ...again.values]), instance };
}

function outcomeOf(
  { table }: Lookup,
  value: unknown,
  complaints: readonly Complaint[],
  missingIsNull: boolean,
): unknown {
  const [worst] = complaints.filter(({ kind }) => !(missingIsNull && kind === 'not-found'));
  if (worst !== undefined) return errorOf(table, worst);
  return complaints.length > 0 ? null : value;
}

/** Gives one key's part; an error of the contract is that key's alone. */
export function attempt<T>(make: () => T): T | CasegraphError {
  try {
    return make();
  } catch (error) {
    if (error instanceof CasegraphError) return error;
    throw error;
  }
}
