import { parseDate, plainDecimal } from '../../../src/contract/index.ts';
import type { Column, Value } from '../../../src/contract/index.ts';
import { clockOf, momentOf } from './moment.ts';

/**
 * A text that is equal for exactly the values that the contract calls equal in a column of this type: ids and references as they are, other
 * text in lower case. Null: no value, or one the column cannot hold.
 */
export function canonicalOf(type: Column['type'], value: Value): string | null {
  if (value === null) return null;
  if (typeof value === 'object')
    return 'value' in value && typeof value.value === 'string' ? value.value.toLowerCase() : null;
  switch (type) {
    case 'id':
    case 'reference':
      return typeof value === 'string' ? value : null;
    case 'string':
    case 'text':
    case 'url':
    case 'choice':
    case 'list':
      return typeof value === 'string' ? value.toLowerCase() : null;
    case 'integer':
      return Number.isSafeInteger(value) ? String(value) : null;
    case 'duration':
      return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
    case 'boolean':
      return typeof value === 'boolean' ? String(value) : null;
    case 'decimal':
      return plainDecimal(value);
    case 'date':
      return parseDate(value);
    case 'time':
      return clockOf(value);
    case 'datetime':
      return momentOf(value);
    case 'json':
      return null;
  }
}
