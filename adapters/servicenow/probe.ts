import { CasegraphError } from '../../src/contract/index.ts';
import type { BoundTable, Call, Column, LoginRefusal, ProbeProblem } from '../../src/contract/index.ts';
import { sendBatch } from './batch.ts';
import { get } from './get.ts';
import { refusedRead } from './probe-refusals.ts';
import { listPath } from './read/path.ts';
import type { List } from './read/path.ts';
import type { Upstream } from './read/rows.ts';
import { recordsOf } from './result.ts';
import { readCell } from './values/cell.ts';

/** Rows that are looked at: the first may be hidden by a rule about rows while others are not. */
const ROWS = 10;

/** What the account lacks to read the table and what is read beside it. */
export async function probeTable(table: BoundTable, call: Call): Promise<readonly ProbeProblem[]> {
  const own = await probeOwn(table, call);
  return own.some(({ unreadable }) => unreadable) ? own : [...own, ...(await probeChoices(table, call))];
}

async function probeOwn(table: BoundTable, call: Call): Promise<readonly ProbeProblem[]> {
  const { object } = table;
  const fields = [...new Set([...table.columns.values()].map(({ upstream }) => upstream))];
  // Without a count: tables such as sys_journal_field have millions of rows.
  const list: List = { object, query: '', fields, limit: ROWS, whole: true };
  const answer = await get(listPath(list), call);
  if (answer.status > 299) return [refusedRead(answer, object)];
  const records = recordsOf(answer, { verb: 'read', name: table.name, object });
  return records.length === 0 ? probeEmpty(object, call) : probeColumns(table, records, call);
}

/** An account without rights gets an empty list, but the count beside it knows nothing of rights (facts 8.6). */
async function probeEmpty(object: string, call: Call): Promise<readonly ProbeProblem[]> {
  const answer = await get(listPath({ object, query: '', fields: ['sys_id'], limit: 1 }), call);
  if (answer.status > 299) return [refusedRead(answer, object)];
  if (!(Number(answer.headers['x-total-count']) > 0)) return [];
  return [
    {
      message: `${object} has rows, and the account may read none of the first ${ROWS}.`,
      hint: `Grant it a role that the read ACL of ${object} asks for; until then its rows are missing without an error.`,
    },
  ];
}

/** Columns that no row has are hidden from the account or do not exist: the answer looks the same, so each is asked about by itself. */
async function probeColumns(
  table: BoundTable,
  records: readonly Upstream[],
  call: Call,
): Promise<readonly ProbeProblem[]> {
  const missing = [...table.columns.values()].filter(({ upstream }) =>
    records.every((record) => readCell(record[upstream]) === undefined),
  );
  if (missing.length === 0) return [];
  const names = [...new Set(missing.map(({ upstream }) => upstream))];
  const hidden = await hiddenOf(table.object, names, call);
  return [
    ...hiddenColumns(
      table,
      missing.filter(({ upstream }) => hidden.has(upstream)),
    ),
    ...unknownColumns(
      table,
      missing.filter(({ upstream }) => !hidden.has(upstream)),
    ),
  ];
}

/**
 * Columns whose use in a query is refused: those are there and may not be read. A name that is no column is passed over in a query, and the list is
 * answered (facts 1.6; where the instance is set to give no rows instead, it is answered too).
 */
async function hiddenOf(object: string, names: readonly string[], call: Call): Promise<ReadonlySet<string>> {
  const paths = names.map((name) =>
    listPath({ object, query: `${name}ISNOTEMPTY`, fields: ['sys_id'], limit: 1, whole: true }),
  );
  const answers = await sendBatch(paths, call);
  return new Set(
    names.filter((_, index) => {
      const answer = answers[index];
      return answer !== undefined && !(answer instanceof CasegraphError) && answer.status === 403;
    }),
  );
}

function hiddenColumns({ object }: BoundTable, columns: readonly Column[]): ProbeProblem[] {
  if (columns.length === 0) return [];
  return [
    {
      message: `${listed(columns)} of ${object} ${columns.length === 1 ? 'is' : 'are'} hidden from the account.`,
      hint: `Grant it read on ${columns.length === 1 ? 'the column' : 'the columns'} (field ACLs ${object}.…); until then they are empty without an error.`,
    },
  ];
}

function unknownColumns({ name, object }: BoundTable, columns: readonly Column[]): ProbeProblem[] {
  return columns.map(({ name: declared, upstream }) => ({
    message: `${object} has no column ${upstream}, or hides it from the account.`,
    hint: `Correct the column of ${name}.${declared} in its declaration, or add ${upstream} to the table; if it is there, grant the account read on it.`,
  }));
}

function listed(columns: readonly Column[]): string {
  return [...new Set(columns.map(({ upstream }) => upstream))].join(', ');
}

const CHOICES = 'sys_choice';
const CHOICES_HINT = `Grant read on ${CHOICES} and its columns, or choices are taken from display values.`;

/** Choice lists are read where a form offers them; rows themselves bring their labels along. */
async function probeChoices(table: BoundTable, call: Call): Promise<readonly ProbeProblem[]> {
  const choices = [...table.columns.values()].filter(({ type }) => type === 'choice');
  if (choices.length === 0) return [];
  const query = `name=${table.object}^elementIN${choices.map(({ upstream }) => upstream).join(',')}`;
  const fields = ['element', 'value', 'label'];
  const answer = await get(listPath({ object: CHOICES, query, fields, limit: 1, whole: true }), call);
  if (answer.status > 299) return [{ message: `${answer.status} on ${CHOICES}.`, hint: CHOICES_HINT }];
  const [entry] = recordsOf(answer, { verb: 'read', name: 'choice lists', object: CHOICES });
  if (entry === undefined || readCell(entry['value']) !== undefined) return [];
  return [{ message: `The values of ${CHOICES} are hidden from the account.`, hint: CHOICES_HINT }];
}

/** Recorded instances answer 401 access_denied whatever was wrong (facts 4.2), so all that can be wrong is named. */
export function explainLogin({ error, description }: LoginRefusal): string | null {
  if (error !== 'server_error' || description !== 'access_denied') return null;
  return (
    'ServiceNow does not say why. Check the client id and secret, that the user is active and not locked out, and: for client credentials the property ' +
    'glide.oauth.inbound.client.credential.grant_type.enabled and the OAuth application user; for JWT bearer the certificate, aud and iss (the client ' +
    'id), and that sub is what the user field of the JWT provider holds; for a refresh token that it has not expired (100 days).'
  );
}
