import { z } from 'zod';
import { count, secret } from './fields.ts';
import type { Surroundings } from './surroundings.ts';

/** How sources of events prove who they are, and what they send. */
export const EVENT_KINDS = ['servicenow', 'incidentio', 'allquiet'] as const;

/** What is shorter can be guessed. */
const SHORTEST_SECRET = 16;

const source = (around: Surroundings) =>
  z.strictObject({
    kind: z
      .enum(EVENT_KINDS)
      .optional()
      .describe(
        '"servicenow": signed by the business rule of docs/live.md; "incidentio": Standard Webhooks; "allquiet": a bearer token. Default: the connection\'s adapter.',
      ),
    secrets: z
      .array(
        secret(around).refine((value) => around.unused === true || value.reveal().length >= SHORTEST_SECRET, {
          error: `must have at least ${SHORTEST_SECRET} characters, so that it cannot be guessed`,
        }),
      )
      .min(1)
      .max(4)
      .describe('Secrets that deliveries are signed with; two while one takes the place of the other.'),
    tolerance: z
      .int()
      .min(5)
      .max(900)
      .default(300)
      .describe("Seconds that a delivery's time may differ from the gateway's."),
    bodyBytes: count(1024).default(262_144).describe('Bytes of one delivery.'),
  });

export const eventsSchema = (around: Surroundings) =>
  z
    .record(z.string(), source(around))
    .default({})
    .describe(
      'Who may tell the gateway of changes, by the name of the connection: POST /events/<connection>.',
    );
