import type {
  AqAttribute,
  AqInboundIntegration,
  AqSeverity,
  AqStatus,
} from '../../world/allquiet-records.ts';
import { AQ_SEVERITIES, AQ_STATUSES } from '../../world/allquiet-records.ts';
import { Problem } from '../problem.ts';
import { mapAttribute } from './mapping.ts';

export type Webhook = NonNullable<AqInboundIntegration['webhook']>;

/** What an alert says, after the mapping. */
export interface Alert {
  readonly status: AqStatus;
  readonly severity: AqSeverity;
  readonly title: string;
  /** Alerts with the same id tell of the same incident, as long as it is not archived. */
  readonly correlationId: string | null;
  readonly attributes: readonly AqAttribute[];
}

/** Decided here: the correlation id is kept as an attribute, so that one can see it. */
export const CORRELATION = 'CorrelationID';

/** Names with a meaning of their own; all others become attributes. */
const RESERVED = ['Status', 'Severity', 'Title', 'CorrelationID', 'Discard'];

/** Null: the payload is to be passed over. Status and severity have to be there, and to be one of the known. */
export function readAlert({ attributes }: Webhook, payload: unknown): Alert | null {
  const values = new Map(attributes.map((mapping) => [mapping.name, mapAttribute(mapping, payload)]));
  if (values.get('Discard')?.toLowerCase() === 'true') return null;
  const status = AQ_STATUSES.find((each) => each === values.get('Status'));
  const severity = AQ_SEVERITIES.find((each) => each === values.get('Severity'));
  if (status === undefined || severity === undefined)
    throw new Problem(
      400,
      'The payload mapping gives no Status (Open, Resolved) or no Severity (Critical, Warning, Minor).',
    );
  return {
    status,
    severity,
    title: values.get('Title') ?? 'Alert',
    correlationId: values.get('CorrelationID') ?? null,
    attributes: attributes
      .filter(({ name }) => !RESERVED.includes(name))
      .flatMap(({ name, isGroupingKey = false, isImage = false, hideInPreviews = false }) => {
        const value = values.get(name) ?? null;
        return value === null ? [] : [{ name, value, isGroupingKey, isImage, hideInPreviews }];
      }),
  };
}
