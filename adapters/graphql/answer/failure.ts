import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, ErrorKind, SendResponse } from '../../../src/contract/index.ts';
import { kindOfCode, kindOfStatus, MESSAGES } from './codes.ts';
import { at, isObject, memberOf } from './shape.ts';

const LONGEST_DETAIL = 1_000;

/** One entry of the answer's `errors`. */
export interface Complaint {
  readonly kind: ErrorKind;
  readonly path: readonly (string | number)[];
  /** The service's words, for operators. */
  readonly detail: string;
  readonly retryAfter: number | null;
}

export function complaintsOf(errors: readonly unknown[], status: number): readonly Complaint[] {
  return errors.map((error) => {
    const code = codeOf(error);
    const path = memberOf(error, 'path');
    const message = memberOf(error, 'message');
    const retryAfter = at(error, ['extensions', 'retryAfter']);
    return {
      kind: kindOfCode(code) ?? kindOfStatus(status),
      path: Array.isArray(path) && path.every(isStep) ? path : [],
      detail: `HTTP ${status} ${code ?? ''}: ${typeof message === 'string' ? message : ''}`.slice(
        0,
        LONGEST_DETAIL,
      ),
      retryAfter:
        typeof retryAfter === 'number' && Number.isFinite(retryAfter) && retryAfter >= 0 ? retryAfter : null,
    };
  });
}

/** `extensions.code` (Apollo and most others), `type` (GitHub), `errorType` (AppSync). */
function codeOf(error: unknown): string | null {
  const places = [at(error, ['extensions', 'code']), memberOf(error, 'type'), memberOf(error, 'errorType')];
  return places.find((code) => typeof code === 'string') ?? null;
}

function isStep(step: unknown): step is string | number {
  return typeof step === 'string' || typeof step === 'number';
}

export function errorOf(table: BoundTable | null, { kind, detail, retryAfter }: Complaint): CasegraphError {
  const message = (MESSAGES[kind] ?? '{table}: the GraphQL service failed').replace(
    '{table}: ',
    table === null ? '' : `${table.name}: `,
  );
  return new CasegraphError(kind, message, {
    detail,
    ...(retryAfter === null ? {} : { retryAfter }),
    ...(table === null ? {} : { connection: table.connection }),
  });
}

/** The error of an answer with another status than success: by its first complaint, else by the status. */
export function failureOf({ status, json, text }: SendResponse, table: BoundTable | null): CasegraphError {
  const errors = memberOf(json, 'errors');
  const [first] = Array.isArray(errors) ? complaintsOf(errors.filter(isObject), status) : [];
  return errorOf(
    table,
    first ?? {
      kind: kindOfStatus(status),
      path: [],
      detail: `HTTP ${status}: ${text}`.slice(0, LONGEST_DETAIL),
      retryAfter: null,
    },
  );
}
