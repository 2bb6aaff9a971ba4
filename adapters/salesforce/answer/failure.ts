import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, SendResponse } from '../../../src/contract/index.ts';
import { meaningOf } from './error-codes.ts';
import { isObject } from './shape.ts';

const LONGEST_DETAIL = 1_000;

interface Complaint {
  readonly code: string | null;
  readonly message: string;
  /** Upstream names of the fields complained of. */
  readonly fields: readonly string[];
}

/**
 * The error of an answer that is no success. Salesforce sends a list, `[{ message, errorCode, fields? }]`; its words go to `detail`, because
 * they can quote the query and its values, and the client is told what to check.
 */
export function failureOf(response: SendResponse, table: BoundTable | null): CasegraphError {
  const complaint = complaintOf(response);
  const { kind, message } = meaningOf(response.status, complaint.code);
  const columns = table === null ? [] : columnsNamed(table, complaint);
  const told = message.replace('{object}', table?.name ?? 'this connection');
  const detail = `HTTP ${response.status} ${complaint.code ?? ''}: ${complaint.message}${usageOf(response)}`;
  return new CasegraphError(kind, columns.length === 0 ? told : `${told} (${columns.join(', ')})`, {
    detail: detail.slice(0, LONGEST_DETAIL),
    ...(table === null ? {} : { connection: table.connection }),
  });
}

/** ` (api-usage=14953/15000)`: how much of the org's daily requests is used, for operators. */
function usageOf({ headers }: SendResponse): string {
  const info = headers['sforce-limit-info'];
  return typeof info === 'string' && info !== '' ? ` (${info.slice(0, 200)})` : '';
}

function complaintOf({ json, text }: SendResponse): Complaint {
  const first: unknown = Array.isArray(json) ? json[0] : undefined;
  if (!isObject(first)) return { code: null, message: text, fields: [] };
  const { errorCode, message, fields } = first;
  return {
    code: typeof errorCode === 'string' ? errorCode : null,
    message: typeof message === 'string' ? message : '',
    fields: Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [],
  };
}

/** Columns of the declaration that the complaint is about, by their names in the graph. */
function columnsNamed(table: BoundTable, { message, fields }: Complaint): string[] {
  const unknown = /No such column '([^']{1,200})'/.exec(message)?.[1];
  const named = new Set(
    (unknown === undefined ? fields : [unknown, ...fields]).map((field) => field.toLowerCase()),
  );
  return [...table.columns.values()]
    .filter(({ upstream }) => named.has(upstream.toLowerCase()))
    .map(({ name }) => name);
}
