/**
 * The value space: what a cell of a row holds inside the gateway, whatever system it came from. `null` is "no value";
 * there is no `undefined` in a row.
 *
 * | column type | value |
 * |---|---|
 * | id, reference | string, compared exactly |
 * | string, text, url | string, compared without regard to case |
 * | integer | number, a safe integer |
 * | decimal | string such as `"-12.50"`, compared as a number, never a float |
 * | boolean | boolean |
 * | date | `"2026-11-22"` |
 * | time | `"13:45:00"` |
 * | datetime | `"2026-11-22T13:45:00Z"`, UTC; fractions of a second only where the upstream gave them |
 * | duration | number of seconds |
 * | json | any JSON value |
 * | choice | `{ value, label }`, compared by `value` |
 * | list | array of strings |
 */
export type ColumnType =
  | 'id'
  | 'string'
  | 'text'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'time'
  | 'datetime'
  | 'duration'
  | 'url'
  | 'json'
  | 'choice'
  | 'reference'
  | 'list';

/** A value of a customisable list: the upstream's internal value and the label it shows to people. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** One cell. A choice is stored as {@link Choice}. */
export type Value = JsonValue | Choice;

/** What a filter compares a cell with: a choice is named by its `value`, a list by one of its members. */
export type Operand = string | number | boolean;
