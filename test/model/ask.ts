import type { GraphError } from '../harness/stack.ts';
import { CLOSE_CODE, HOLD_REASON, SOLUTION } from './rules.ts';
import type { Answer, Call, Relation, Verb } from './call.ts';

/** Sends a call as a front end does, and reads what the answer says. */

/** Sends one operation as one persona. */
export type Post = (
  who: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<{ readonly data?: unknown; readonly errors?: readonly GraphError[] }>;

const idOf = (type: string, key: string): string => Buffer.from(`${type}:${key}`).toString('base64url');

const TYPE: Readonly<Record<Relation, string>> = {
  INCIDENT: 'Incident',
  PROBLEM: 'Problem',
  CHANGE: 'ChangeRequest',
  CAUSED_BY_CHANGE: 'ChangeRequest',
};

/** What stands in for the scene's ids in inputs that are the same for all calls. */
export interface Fixed {
  readonly templateId: string;
  readonly itemId: string;
  readonly contactId: string;
}

const SEES_RECORDS = ['agent-itsm', 'major-issue-manager', 'admin'];
const PLAIN = 'sysId state { value }';
const WHOLE = `${PLAIN} majorCaseState { value } incident { sysId } problem { sysId } changeRequest { sysId } causedByChange { sysId } parentCase { sysId }`;

/** Where an answer shows the record that the call was about. */
const RECORD: Readonly<Partial<Record<Verb, string>>> = {
  createIncidentFromCase: 'incident',
  createProblemFromCase: 'problem',
  createNormalChangeFromCase: 'changeRequest',
  createStandardChangeFromCase: 'changeRequest',
  createRequestFromCase: 'request',
  resolveIncident: 'incident',
  closeIncident: 'incident',
  holdIncident: 'incident',
  acceptMajorCase: 'majorCase',
};

function wanted({ verb, who }: Call): string {
  const shown = SEES_RECORDS.includes(who) ? WHOLE : PLAIN;
  const record = RECORD[verb] !== undefined && SEES_RECORDS.includes(who) ? `${RECORD[verb]} { sysId }` : '';
  const errors = 'userErrors { code message field }';
  if (verb.endsWith('Incident')) return `${record} ${errors}`;
  if (verb === 'createChildCases')
    return `shown: majorCase { ${shown} } children { userError { code } } ${errors}`;
  if (verb === 'addChildCase') return `shown: majorCase { ${shown} } ${errors}`;
  return `shown: case { ${shown} } ${record} ${errors}`;
}

function inputOf(call: Call, fixed: Fixed): Readonly<Record<string, unknown>> {
  const { verb, text } = call;
  const caseId = idOf('Case', call.caseId);
  const key = call.key === null ? {} : { idempotencyKey: call.key };
  const incidentId = idOf('Incident', call.recordId);
  switch (verb) {
    case 'createStandardChangeFromCase':
      return { caseId, ...key, templateId: idOf('StandardChangeTemplate', fixed.templateId) };
    case 'createRequestFromCase':
      return {
        caseId,
        ...key,
        catalogItemId: idOf('CatalogItem', fixed.itemId),
        quantity: call.quantity,
        requestedForId: idOf('Contact', fixed.contactId),
      };
    case 'associateWithCase':
    case 'removeFromCase':
      return { caseId, recordId: idOf(TYPE[call.relation], call.recordId), relation: call.relation };
    case 'proposeSolution':
      return { caseId, resolutionCode: SOLUTION, closeNotes: text };
    case 'rejectSolution':
    case 'requestInfo':
      return { caseId, comment: text };
    case 'closeCase':
      return { caseId, closeNotes: text };
    case 'resolveIncident':
      return { incidentId, closeCode: CLOSE_CODE, closeNotes: text };
    case 'closeIncident':
      return { incidentId };
    case 'holdIncident':
      return { incidentId, reason: HOLD_REASON };
    case 'proposeMajorCase':
      return { caseId, businessImpact: text };
    case 'rejectMajorCase':
      return { caseId, reason: text };
    case 'createChildCases':
      return {
        majorCaseId: caseId,
        ...key,
        accountIds: call.accounts.map((id) => idOf('Account', id)),
        consumerIds: call.consumers.map((id) => idOf('Consumer', id)),
      };
    case 'addChildCase':
      return { majorCaseId: caseId, caseId: idOf('Case', call.recordId) };
    case 'acceptSolution':
      return { caseId };
    default:
      return { caseId, ...key };
  }
}

interface Payload {
  readonly shown?: Readonly<Record<string, unknown>> | null;
  readonly children?: readonly { readonly userError: { readonly code: string } | null }[];
  readonly userErrors: readonly { readonly code: string }[];
  readonly [field: string]: unknown;
}

export async function send(post: Post, call: Call, fixed: Fixed): Promise<Answer> {
  const { verb } = call;
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${wanted(call)} } }`;
  const body = await post(call.who, query, { input: inputOf(call, fixed) });
  const payload = (body.data as Readonly<Record<string, Payload | null>> | null | undefined)?.[verb] ?? null;
  const text = JSON.stringify({ payload, errors: body.errors });
  const errors = body.errors ?? [];
  if (payload === null || errors.length > 0) return { ...failed(errors), text };
  const codes = [
    ...payload.userErrors,
    ...(payload.children ?? []).flatMap(({ userError }) => userError ?? []),
  ].map(({ code }) => code);
  // Part of it did not come about and may be repeated: as when the whole was not answered.
  if (codes.includes('UNAVAILABLE')) return { kind: 'unknown', codes, recordId: '', shown: null, text };
  const record = payload[RECORD[verb] ?? ''] as { readonly sysId: string } | null | undefined;
  const shown = payload.shown ? flat(payload.shown) : null;
  // It was done, and something of the record is not as it was asked for.
  const done = codes.every((code) => code === 'NOT_ACCEPTED') && record != null;
  if (!done && codes.length > 0) return { kind: 'refused', codes, recordId: '', shown, text };
  return { kind: 'ok', codes, recordId: record?.sysId ?? '', shown, text };
}

/** What was not answered may have been done. Any other error is the call's refusal, by its code. */
function failed(errors: readonly GraphError[]): Omit<Answer, 'text'> {
  const codes = errors.map(({ extensions }) => String(extensions['code']));
  const unknown = codes.length > 0 && codes.every((code) => code.startsWith('UPSTREAM_'));
  return { kind: unknown ? 'unknown' : 'refused', codes, recordId: '', shown: null };
}

function flat(shown: Readonly<Record<string, unknown>>): Record<string, string> {
  const text = (value: unknown): string => {
    if (typeof value === 'string') return value;
    const { value: choice, sysId } = (value ?? {}) as { value?: string; sysId?: string };
    return choice ?? sysId ?? '';
  };
  return Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, text(value)]));
}

/** The case through the gateway, read anew. `null`: it was not answered. */
export async function look(post: Post, caseId: string): Promise<Readonly<Record<string, string>> | null> {
  const query = `query ($id: ID!) { case(id: $id) { ${WHOLE} } }`;
  const { data, errors = [] } = await post('admin', query, { id: idOf('Case', caseId) });
  const shown = (data as { case: Readonly<Record<string, unknown>> | null } | null | undefined)?.case ?? null;
  if (errors.length > 0) return null;
  return shown === null ? {} : flat(shown);
}
