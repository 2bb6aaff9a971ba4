import { describeColumns } from '../soql/columns.ts';
import { runQuery } from '../soql/run-query.ts';
import type { QueryAnswer } from '../soql/run-query.ts';
import { SoqlError, messageOf } from '../soql/soql-error.ts';
import { allowMethods, ok, queryContext } from './call.ts';
import type { Call, Reply } from './call.ts';
import { badRequest, notFound } from './rest-error.ts';

const LEAST_BATCH = 200;
const MOST_BATCH = 2_000;

/** `GET …/query?q=`, `…/queryAll?q=` and, with a locator behind it, the next page. */
export function queryResource(call: Call, includeDeleted: boolean): Reply {
  allowMethods(call, 'GET');
  const [, locator, ...rest] = call.path;
  if (rest.length > 0) throw notFound();
  if (locator !== undefined) return ok(nextPage(call, locator));
  const answer = answerQuery(call, includeDeleted);
  return ok(
    call.query.get('columns') === 'true' ? describeColumns(answer) : pageOf(call, answer, 0, undefined),
  );
}

function answerQuery(call: Call, includeDeleted: boolean): QueryAnswer {
  const text = call.query.get('q');
  if (text === null) throw badRequest('MALFORMED_QUERY', 'A query string has to be specified');
  if (text.trim() === '') throw badRequest('MALFORMED_QUERY', 'SOQL statements cannot be empty or null');
  try {
    return runQuery(text, queryContext(call, includeDeleted));
  } catch (error) {
    if (!(error instanceof SoqlError)) throw error;
    throw badRequest(error.code, messageOf(error, text));
  }
}

function nextPage(call: Call, locator: string): Record<string, unknown> {
  const [, id = '', from = ''] = /^(\w+)-(\d+)$/.exec(locator) ?? [];
  const answer = call.org.cursors.find(id, call.session.userId);
  if (answer === undefined || Number(from) >= answer.totalSize) {
    throw badRequest('INVALID_QUERY_LOCATOR', 'invalid query locator');
  }
  return pageOf(call, answer, Number(from), id);
}

/** totalSize, done, nextRecordsUrl if there is more, records: in this order. */
function pageOf(
  call: Call,
  answer: QueryAnswer,
  from: number,
  known: string | undefined,
): Record<string, unknown> {
  const { records, next } = answer.page(from, batchSize(call));
  if (next === undefined) return { totalSize: answer.totalSize, done: true, records };
  const locator = known ?? call.org.cursors.open(answer, call.session.userId);
  const nextRecordsUrl = `/services/data/v${call.version}/query/${locator}-${next}`;
  return { totalSize: answer.totalSize, done: false, nextRecordsUrl, records };
}

/** A wish only: the real service keeps to 200 … 2,000 and may still cut wide rows earlier. */
function batchSize({ headers }: Call): number {
  const wanted = /batchSize\s*=\s*(\d+)/i.exec(headers['sforce-query-options'] ?? '')?.[1];
  if (wanted === undefined) return MOST_BATCH;
  return Math.min(MOST_BATCH, Math.max(LEAST_BATCH, Number(wanted)));
}
