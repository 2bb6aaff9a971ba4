import type { SfRecord } from '../../world/world.ts';
import type { Operand } from './ast.ts';
import type { Column } from './column.ts';
import { applyDateFunction, dateFunction } from './date-functions.ts';
import { SoqlError } from './soql-error.ts';
import { bindPath } from './source.ts';
import type { Source } from './source.ts';

export const AGGREGATES: ReadonlySet<string> = new Set([
  'COUNT',
  'COUNT_DISTINCT',
  'SUM',
  'AVG',
  'MIN',
  'MAX',
]);

export const isAggregate = (operand: Operand): boolean =>
  operand.kind === 'call' && AGGREGATES.has(operand.name);

/** An operand over one record: a field, or a date function of one. */
export function bindOperand(source: Source, operand: Operand): Column<SfRecord> {
  if (operand.kind === 'field') return bindPath(source, operand.path);
  const { name, argument, at } = operand;
  const call = dateFunction(name);
  if (call === undefined || argument === undefined) throw malformed(`unexpected token: ${name}`, at);
  const inner = bindOperand(source, argument);
  if (inner.type !== 'datetime' && !(inner.type === 'date' && call.ofDate)) {
    throw malformed(`field '${inner.name}' does not support function ${name}`, at);
  }
  return {
    name: `${name}(${inner.name})`,
    type: call.type,
    field: undefined,
    object: inner.object,
    read: (record) => applyDateFunction(call, inner.read(record)),
  };
}

function malformed(message: string, at: number): SoqlError {
  return new SoqlError('MALFORMED_QUERY', message, at);
}
