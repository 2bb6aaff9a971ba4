import type { Query } from './ast.ts';
import { isAggregateQuery, runAggregate } from './aggregate-query.ts';
import type { AggregateOutput } from './aggregate-query.ts';
import { bindOperand } from './bind-operand.ts';
import { bindSelect } from './bind-select.ts';
import type { QueryContext } from './context.ts';
import { orderRows } from './order.ts';
import { parseSoql } from './parse-query.ts';
import { Projector } from './projection.ts';
import type { Node, Rendered } from './projection.ts';
import { SoqlError } from './soql-error.ts';
import { rootObject, sourceOf } from './source.ts';
import type { Source } from './source.ts';
import { selectRecords } from './where.ts';
import type { ObjectInfo } from '../dictionary/object-info.ts';

/** One page of rows, and where the next one begins; undefined at the end. */
export interface Page {
  readonly records: readonly Rendered[];
  readonly next: number | undefined;
}

/** An answered query: the rows are chosen, what they show is rendered page by page. */
export interface QueryAnswer {
  readonly object: ObjectInfo;
  readonly totalSize: number;
  /** What was selected, for `columns=true`. */
  readonly shape: { readonly nodes: readonly Node[] } | { readonly outputs: readonly AggregateOutput[] };
  readonly grouped: boolean;
  page(from: number, batchSize: number): Page;
}

const MOST_OFFSET = 2_000;

/** Answers a query. Throws SoqlError for every query Salesforce would refuse. */
export function runQuery(text: string, context: QueryContext): QueryAnswer {
  const query = parseSoql(text);
  const [from] = query.from;
  if (from === undefined) throw new SoqlError('MALFORMED_QUERY', 'unexpected token: <EOF>');
  const source = sourceOf(rootObject(from, context), query.from, context);
  if (query.offset !== undefined && query.offset.value > MOST_OFFSET) {
    const message = `Maximum SOQL offset allowed is ${MOST_OFFSET}`;
    throw new SoqlError('NUMBER_OUTSIDE_VALID_RANGE', message, query.offset.at);
  }
  if (isBareCount(query)) return countAnswer(query, source);
  return isAggregateQuery(query) ? aggregateAnswer(query, source) : recordAnswer(query, source);
}

/** `SELECT COUNT() FROM …`: the number is the totalSize, and there are no records. */
function isBareCount(query: Query): boolean {
  const [item, second] = query.select;
  if (item?.kind !== 'operand' || item.operand.kind !== 'call') return false;
  if (item.operand.name !== 'COUNT' || item.operand.argument !== undefined) return false;
  if (second !== undefined || query.group !== undefined) {
    throw new SoqlError('MALFORMED_QUERY', 'count() must be the only element in the select list', item.at);
  }
  return true;
}

function countAnswer(query: Query, source: Source): QueryAnswer {
  const found = selectRecords(query, source).length;
  const totalSize = Math.min(found, query.limit?.value ?? found);
  return { object: source.object, totalSize, shape: { nodes: [] }, grouped: false, page: () => emptyPage };
}

const emptyPage: Page = { records: [], next: undefined };

function aggregateAnswer(query: Query, source: Source): QueryAnswer {
  const { rows, outputs } = runAggregate(query, source);
  const page = (): Page => ({ records: rows, next: undefined });
  return {
    object: source.object,
    totalSize: rows.length,
    shape: { outputs },
    grouped: query.group !== undefined,
    page,
  };
}

function recordAnswer(query: Query, source: Source): QueryAnswer {
  const nodes = bindSelect(query, source, 0);
  const first = query.offset?.value ?? 0;
  const end = first + (query.limit?.value ?? Number.POSITIVE_INFINITY);
  const bind = (operand: Parameters<typeof bindOperand>[1]) => bindOperand(source, operand);
  const rows = orderRows(selectRecords(query, source), query.order, bind, end).slice(first, end);
  const { object, context } = source;
  return {
    object,
    totalSize: rows.length,
    shape: { nodes },
    grouped: false,
    page: (from, batchSize) => {
      const projector = new Projector(context.version);
      const records: Rendered[] = [];
      for (const row of rows.slice(from)) {
        // Child rows count toward the batch; a page has one row at least.
        if (records.length > 0 && records.length + projector.childRows >= batchSize) break;
        records.push(projector.render(row, object.name, nodes));
      }
      const next = from + records.length;
      return { records, next: next < rows.length ? next : undefined };
    },
  };
}
