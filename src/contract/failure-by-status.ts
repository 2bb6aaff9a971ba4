import { CasegraphError, type ErrorKind } from './errors.ts';
import { excerptOf } from './json.ts';
import type { SendResponse } from './send.ts';
import type { BoundTable } from './table.ts';

/** What an error is about: one table, or the connection. */
export type About = Pick<BoundTable, 'name' | 'connection'> | null;

/** A kind and its text, in which `{what}` stands for the table. */
export type Meaning = readonly [kind: ErrorKind, message: string];

/** What the answers of a system that are no success mean. */
export interface Meanings {
  readonly byStatus: Readonly<Record<number, Meaning>>;
  /** From 300 to 499, where `byStatus` says nothing. */
  readonly refused: Meaning;
  /** All others. */
  readonly unavailable: Meaning;
}

const LONGEST_DETAIL = 1_000;

/** The error of an answer that is no success. What the system says goes to `detail`, since it can quote anything. */
export function failureByStatus(
  { byStatus, refused, unavailable }: Meanings,
  { status, json, text }: SendResponse,
  about: About,
): CasegraphError {
  const [kind, message] = byStatus[status] ?? (status >= 300 && status < 500 ? refused : unavailable);
  const said = json === undefined ? text : excerptOf(json, LONGEST_DETAIL);
  return new CasegraphError(kind, message.replace('{what}', about?.name ?? 'this connection'), {
    detail: `HTTP ${status}: ${said}`.slice(0, LONGEST_DETAIL),
    ...connectionOf(about),
  });
}

/** For the details of an error. */
export function connectionOf(about: About): { readonly connection?: string } {
  return about === null ? {} : { connection: about.connection };
}
