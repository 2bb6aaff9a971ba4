import { invalid } from '../http/api-error.ts';

/** One filter of the query: `severity[gte]=…`, `custom_field[<id>][one_of]=…`; a repeated key gives several values. */
export interface Filter {
  readonly field: string;
  /** Of a role or a custom field. */
  readonly id: string | null;
  readonly operator: string;
  readonly values: readonly string[];
  /** As it stands in the query, for messages. */
  readonly key: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Midnight UTC of a date, in milliseconds. */
export function dayIn(text: string, { key }: Filter): number {
  const at = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at)) throw invalid(key, `${key} must be a date such as 2021-01-02, not ${text}`);
  return at;
}

/** The only value of a filter that takes one. */
export function oneValue({ key, values }: Filter): string {
  const [value] = values;
  if (value === undefined || values.length > 1) throw invalid(key, `${key} takes one value`);
  return value;
}

export function wrongOperator({ key, operator }: Filter, accepted: readonly string[]): Error {
  return invalid(key, `${operator} is not an operator of this filter: ${accepted.join(', ')}`);
}
