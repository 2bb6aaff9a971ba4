import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import type { IoIssueReference } from '../../world/incidentio-records.ts';
import type { Account } from '../account.ts';
import { notFound } from '../http/api-error.ts';
import { jsonBody, requiredText, textIn } from '../http/json-body.ts';
import { changeIncident } from '../incidents/change.ts';
import { replaceFollowUp } from './follow-ups.ts';
import { responder } from './update-incident.ts';

/** Attaches an issue of another system, or with DELETE takes it off, as incident.io's own integrations do. */
export function linkIncident(request: SandboxRequest, id: string, account: Account): SandboxResponse {
  const before = account.store.incidentBy(id);
  if (before === undefined) throw notFound(`Incident ${id}`);
  const { external_issue_reference: _, ...without } = before;
  const reference = referenceIn(request);
  const wanted = { ...without, ...(reference && { external_issue_reference: reference }) };
  const incident = changeIncident(account, before, wanted, { by: responder(account) });
  return { status: 200, body: { incident } };
}

export function linkFollowUp(request: SandboxRequest, id: string, account: Account): SandboxResponse {
  const before = account.store.followUp(id);
  if (before === undefined) throw notFound(`Follow-up ${id}`);
  const { external_issue_reference: _, ...without } = before;
  const reference = referenceIn(request);
  return replaceFollowUp(account, { ...without, ...(reference && { external_issue_reference: reference }) });
}

/** `{ issue_name, issue_permalink?, provider? }`; undefined for DELETE. */
function referenceIn({ method, body }: SandboxRequest): IoIssueReference | undefined {
  if (method === 'DELETE') return undefined;
  const given = jsonBody(body);
  const name = requiredText(given, 'issue_name');
  return {
    provider: textIn(given, 'provider') ?? 'service_now',
    issue_name: name,
    issue_permalink:
      textIn(given, 'issue_permalink') ?? `https://servicenow.example/${encodeURIComponent(name)}`,
  };
}
