import { CasegraphError } from '../../src/contract/index.ts';
import type { SendResponse } from '../../src/contract/index.ts';

/** `{"error":{"message","detail"},"status":"failure"}`, the body of every error of the REST APIs. */
interface Failure {
  readonly message: string;
  readonly detail: string;
}

/** What was being done, for texts that a client may read. `name` is the table's name in the graph. */
export interface Doing {
  readonly verb: 'read' | 'count' | 'create' | 'update' | 'delete';
  readonly name: string;
  /** Upstream table, for operators. */
  readonly object: string;
}

/** Answer as read from a request of its own or from an item of a batch. */
export type Answer = Pick<SendResponse, 'status' | 'headers' | 'json' | 'text' | 'instance'>;

/** The error for an answer that is not a success. What ServiceNow said goes into `detail`, which no client sees. */
export function failureOf(answer: Answer, doing: Doing): CasegraphError {
  const failure = readFailure(answer.json);
  const detail = `${answer.status} ${doing.verb} ${doing.object}: ${failure.message || answer.text.slice(0, 200)} | ${failure.detail}`;
  const error = (kind: CasegraphError['kind'], message: string) =>
    new CasegraphError(kind, message, { detail });
  switch (answer.status) {
    case 400:
      return error('upstream-rejected', badRequest(failure, doing));
    case 403:
      return forbidden(failure, doing, error);
    case 404:
      return error(
        'not-found',
        `This ${doing.name} does not exist, or the gateway's account may not see it.`,
      );
    case 409:
      return error('conflict', `ServiceNow already has a ${doing.name} with this key.`);
    case 414:
      return error(
        'too-complex',
        `The filter on ${doing.name} is too long for ServiceNow. Use fewer or shorter values.`,
      );
    default:
      return error('upstream-rejected', `ServiceNow refused to ${doing.verb} ${doing.name}.`);
  }
}

/** An answer that is a success by its status but not what was asked for. */
export function unreadable(what: string): CasegraphError {
  const message = 'ServiceNow sent an answer that the gateway cannot read.';
  return new CasegraphError('upstream-unavailable', message, {
    detail: `expected something else than ${what}`,
  });
}

/** A developer instance that sleeps answers 200 with an HTML page. */
export function notJson(answer: Answer): CasegraphError {
  const message = 'ServiceNow did not answer with data. The instance may be asleep or in maintenance.';
  const detail = `${answer.status} ${String(answer.headers['content-type'])}: ${answer.text.slice(0, 200)}`;
  return new CasegraphError('upstream-unavailable', message, { detail });
}

function badRequest(failure: Failure, doing: Doing): string {
  if (failure.message.startsWith('Invalid table')) {
    return `The connected ServiceNow instance has no table for ${doing.name}. An administrator should check the table's name and that its plugin is active.`;
  }
  if (failure.message.startsWith('Requested URI')) {
    return 'The connected ServiceNow instance does not have the REST API that the gateway needs. An administrator should check the connection address.';
  }
  return `ServiceNow refused to ${doing.verb} ${doing.name}.`;
}

type MakeError = (kind: CasegraphError['kind'], message: string) => CasegraphError;

/** All refusals are 403; the beginning of `detail` (or the message) tells them apart. */
function forbidden({ message, detail }: Failure, doing: Doing, error: MakeError): CasegraphError {
  const account = "The gateway's ServiceNow account";
  const text = `${message} ${detail}`;
  if (detail.startsWith('Data Policy Exception')) return error('invalid-input', mandatory(detail, doing));
  if (detail.startsWith('Operation against file')) {
    return error(
      'upstream-rejected',
      `A business rule of the ServiceNow instance refused to ${doing.verb} this ${doing.name}.`,
    );
  }
  if (detail.startsWith('ACL Exception')) {
    return error(
      'upstream-unauthorized',
      `${account} may not ${doing.verb} ${doing.name}. An administrator should grant it the ${doing.verb} ACL of the table and of its columns.`,
    );
  }
  if (message.startsWith('Insufficient rights to query records')) {
    return error(
      'upstream-unauthorized',
      `${account} may not filter or sort ${doing.name} by one of these columns. An administrator should grant it read, query_match and query_range on them.`,
    );
  }
  if (/unscoped api|api access scope/.test(text)) {
    return error(
      'upstream-unauthorized',
      `${account} lacks an OAuth scope. An administrator should give its OAuth application the scope useraccount, or one for the Table API.`,
    );
  }
  if (message.startsWith('User Not Authorized')) {
    return error(
      'upstream-unauthorized',
      `${account} may not use the REST API for ${doing.name}. An administrator should check its roles and the REST_Endpoint ACLs.`,
    );
  }
  if (/unique key|duplicate/i.test(text))
    return error('conflict', `ServiceNow already has a ${doing.name} with this key.`);
  return error('upstream-rejected', `ServiceNow refused to ${doing.verb} ${doing.name}.`);
}

/** The labels are the form's own words for its fields, so people may read them; they are cut to what labels can be. */
function mandatory(detail: string, doing: Doing): string {
  const labels = /mandatory:\s*(.*)$/s.exec(detail)?.[1] ?? '';
  const clean = labels
    .replace(/[^\p{L}\p{N} ,()/_'-]/gu, '')
    .trim()
    .slice(0, 200);
  return clean === ''
    ? `Fields that ServiceNow requires for ${doing.name} have no value.`
    : `ServiceNow requires a value for: ${clean}.`;
}

function readFailure(json: unknown): Failure {
  const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : undefined;
  const { message, detail } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  return {
    message: typeof message === 'string' ? message : '',
    detail: typeof detail === 'string' ? detail : '',
  };
}
