import { isDate, isJournal, isNumeric, pointsToRecord } from '../dictionary/column.ts';
import type { Column, TableDefinition } from '../dictionary/column.ts';
import { decided } from '../access/acl.ts';
import { ApiError } from '../http/api-error.ts';
import { isObject } from '../http/json-body.ts';
import { formatDateTime, parseDateTime } from '../store/time.ts';
import type { TableContext } from './context.ts';
import { resolveReference } from './references.ts';

/** What a body asks to store, after everything the platform drops without a word. */
export interface Input {
  readonly values: Record<string, string>;
  readonly journals: Record<string, string>;
  /** A sys_id the client chose, for an insert. */
  readonly sysId?: string;
}

/** Of several records the first is taken (facts 1.1). */
function firstRecord(body: unknown): Record<string, unknown> {
  const records: unknown = isObject(body) && Array.isArray(body.records) ? body.records : body;
  const record: unknown = Array.isArray(records) ? records[0] : records;
  if (isObject(record)) return record;
  throw new ApiError(400, 'Exception while reading request', 'The payload is not a valid JSON object');
}

function asText(value: unknown): string | undefined {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isObject(value) ? asText(value.value ?? value.display_value ?? {}) : undefined;
}

function choiceInput(
  context: TableContext,
  table: TableDefinition,
  column: Column,
  text: string,
): string | undefined {
  const list = context.sight.choices.of(table, column.name);
  if (list.length === 0) return text;
  if (text === '') return undefined;
  const byLabel = context.request.query.get('sysparm_input_display_value') === 'true';
  const label = byLabel
    ? list.find((choice) => choice.label.toLowerCase() === text.toLowerCase())
    : undefined;
  return (list.find(({ value }) => value === text) ?? label)?.value;
}

function listInput(
  context: TableContext,
  column: Column & { readonly reference: string },
  text: string,
): string {
  const items = text.split(',').map((item) => resolveReference(context.sight, column, item.trim()));
  return items.filter((item) => item !== undefined).join(',');
}

function plainInput(column: Column, text: string): string | undefined {
  // An amount of money may name its currency: `USD;12.50`. Here all of it is in one.
  if (column.type === 'currency') text = text.replace(/^[A-Z]{3};/, '');
  if (isNumeric(column)) return Number.isNaN(Number(text)) ? undefined : text;
  if (column.type === 'boolean')
    return /^(true|1)$/i.test(text) ? 'true' : /^(false|0)$/i.test(text) ? 'false' : undefined;
  if (isDate(column)) {
    const time = parseDateTime(text);
    return time === undefined
      ? undefined
      : formatDateTime(time).slice(0, column.type === 'glide_date' ? 10 : 19);
  }
  return column.max === undefined ? text : text.slice(0, column.max);
}

/**
 * The value to store, or undefined when the platform drops it silently: an unknown choice, a reference or display value
 * that leads nowhere, a text that is no number, date or boolean. `""` clears anything but a choice.
 */
function inputValue(
  context: TableContext,
  table: TableDefinition,
  column: Column,
  text: string,
): string | undefined {
  if (column.choice) return choiceInput(context, table, column, text);
  if (text === '') return '';
  if (pointsToRecord(column)) return resolveReference(context.sight, column, text);
  const { reference } = column;
  if (column.type === 'glide_list' && reference !== undefined)
    return listInput(context, { ...column, reference }, text);
  return plainInput(column, text);
}

/** sys_ columns keep themselves, but a domain that the user sees may be given. */
function writable(context: TableContext, table: TableDefinition, column: Column, insert: boolean): boolean {
  if (column.name.startsWith('sys_') && column.name !== 'sys_domain') return false;
  if (column.type === 'password2' || column.type === 'journal_list') return false;
  const allowed = context.instance.acls.column(context.caller, table, column, insert ? 'create' : 'write');
  return typeof allowed === 'boolean' ? allowed : decided(allowed, { sys_id: '' });
}

/** `target` is the class of the record, whose choice lists count; `context.table` decides which columns there are. */
export function readInput(
  context: TableContext,
  target: TableDefinition,
  body: unknown,
  insert: boolean,
): Input {
  const values: Record<string, string> = {};
  const journals: Record<string, string> = {};
  const record = firstRecord(body);
  for (const [name, given] of Object.entries(record)) {
    const column = context.table.columns.get(name) && target.columns.get(name);
    const text = asText(given);
    if (!column || text === undefined || !writable(context, target, column, insert)) continue;
    if (isJournal(column)) {
      if (text !== '') journals[name] = text;
      continue;
    }
    const value = inputValue(context, target, column, text);
    if (value !== undefined) values[name] = value;
  }
  const sysId = asText(record.sys_id)?.toLowerCase() ?? '';
  return { values, journals, ...(/^[0-9a-f]{32}$/.test(sysId) ? { sysId } : {}) };
}
