import type { ColumnType, JsonValue, Value } from '../../../src/contract/index.ts';
import type { Cell } from './cell.ts';

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^(?:1970-01-01 )?(\d{2}:\d{2}:\d{2})$/;
/** Amounts of money may name their currency: `USD;100.00`. */
const DECIMAL = /^(?:[A-Z]{3};)?(-?\d+(?:\.\d+)?)$/;

/**
 * A cell in the contract's value space. A cell that does not fit its column's type is `null`, like one without a value: an answer that
 * cannot be understood must neither fail the whole row nor reach a client as something it is not.
 */
export function readValue(type: ColumnType, cell: Cell | undefined): Value {
  if (cell === undefined || cell.value === '') return null;
  const { value } = cell;
  switch (type) {
    case 'choice':
      return { value, label: cell.display ? cell.display : value };
    case 'integer':
      return integer(value);
    case 'decimal':
      return DECIMAL.exec(value)?.[1] ?? null;
    case 'boolean':
      return boolean(value);
    case 'date':
      return DATE.test(value.slice(0, 10)) && isInstant(`${value.slice(0, 10)}T00:00:00Z`)
        ? value.slice(0, 10)
        : null;
    case 'time':
      return TIME.exec(value)?.[1] ?? null;
    case 'datetime':
      return datetime(value);
    case 'duration':
      return duration(value);
    case 'list':
      return members(value);
    case 'json':
      return json(value);
    default:
      return value;
  }
}

function integer(value: string): number | null {
  const number = /^-?\d+(\.0+)?$/.test(value) ? Number(value) : NaN;
  return Number.isSafeInteger(number) ? number : null;
}

function boolean(value: string): boolean | null {
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : null;
}

/** Values are in UTC, whatever zone the account has; only display values are in its zone. */
function datetime(value: string): string | null {
  const [, day, time] = TIMESTAMP.exec(value) ?? [];
  const iso = `${day}T${time}Z`;
  return day !== undefined && isInstant(iso) ? iso : null;
}

/** A duration is stored as that long after 1970 began: `1970-01-01 00:00:06` is 6 seconds. */
function duration(value: string): number | null {
  const iso = datetime(value);
  return iso === null ? null : Date.parse(iso) / 1000;
}

function isInstant(iso: string): boolean {
  const time = Date.parse(iso);
  // Date.parse takes 30 February for 1 or 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === iso.slice(0, 10);
}

function members(value: string): string[] | null {
  const list = value
    .split(',')
    .map((member) => member.trim())
    .filter((member) => member !== '');
  return list.length === 0 ? null : list;
}

function json(value: string): JsonValue {
  try {
    return JSON.parse(value) as JsonValue;
  } catch {
    return null;
  }
}
