import type { SfRecord } from '../../world/world.ts';
import type { Value } from '../data/derived.ts';
import { isLongText, isNumber } from '../dictionary/object-info.ts';
import type { FieldType } from '../dictionary/object-info.ts';
import type { Column } from './column.ts';
import { keyOf } from './comparison-key.ts';
import type { Key } from './comparison-key.ts';
import { SoqlError } from './soql-error.ts';

/** An aggregate of a column over the records of one group. */
export interface AggregateFunction {
  readonly type: FieldType;
  apply(records: readonly SfRecord[]): Value;
}

export function aggregateFunction(name: string, column: Column<SfRecord>, at: number): AggregateFunction {
  const numeric = isNumber(column.type);
  const long = column.type === 'address' || (column.field !== undefined && isLongText(column.field));
  const fits = name === 'SUM' || name === 'AVG' ? numeric : !long && column.type !== 'multipicklist';
  if (!fits || (column.type === 'boolean' && name !== 'COUNT')) {
    throw new SoqlError(
      'INVALID_FIELD',
      `field ${column.name} does not support aggregate operator ${name}`,
      at,
    );
  }
  const values = (records: readonly SfRecord[]) => records.map(column.read).filter((value) => value !== null);
  const scale = column.field?.scale ?? 0;
  switch (name) {
    case 'COUNT':
      return { type: 'int', apply: (records) => values(records).length };
    case 'COUNT_DISTINCT':
      return {
        type: 'int',
        apply: (records) => new Set(values(records).map((v) => keyOf(column.type, v))).size,
      };
    case 'SUM':
      return { type: 'double', apply: (records) => sum(values(records), scale) };
    case 'AVG':
      return { type: 'double', apply: (records) => average(values(records), scale) };
    default:
      return { type: column.type, apply: (records) => extreme(values(records), column.type, name === 'MIN') };
  }
}

/** Nothing to add up gives null. Cents are kept from drifting by rounding to the field's scale. */
function sum(values: readonly Value[], scale: number): number | null {
  if (values.length === 0) return null;
  return Number(values.reduce((total: number, value) => total + Number(value), 0).toFixed(scale));
}

function average(values: readonly Value[], scale: number): number | null {
  const total = sum(values, scale);
  return total === null ? null : total / values.length;
}

function extreme(values: readonly Value[], type: FieldType, least: boolean): Value {
  let [found, foundKey]: [Value, Key | null] = [null, null];
  for (const value of values) {
    const key = keyOf(type, value);
    if (key === null) continue;
    if (foundKey === null || (least ? key < foundKey : key > foundKey)) [found, foundKey] = [value, key];
  }
  return found;
}
