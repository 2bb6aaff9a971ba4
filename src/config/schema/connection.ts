import { z } from 'zod';
import { authSchema } from './auth.ts';
import { address, count, domainPath, fileText, seconds, text } from './fields.ts';
import type { Surroundings } from './surroundings.ts';

/** Bounds of one connection. Without defaults here, since a child alias inherits what is not set. */
const limits = () =>
  z
    .strictObject({
      deadline: seconds(0.1)
        .optional()
        .describe('Seconds for one request: token, queue, repetitions and body included. Default 10.'),
      connectTimeout: seconds(0.1).optional().describe('Seconds to open a socket. Default 3.'),
      concurrency: count(1).optional().describe('Requests at the same time. Default 64.'),
      queue: count()
        .optional()
        .describe('Requests that may wait for their turn; one more is refused. Default 256.'),
      retries: z
        .int()
        .min(0)
        .max(10)
        .optional()
        .describe('Repetitions of a request that is safe to repeat. Default 2.'),
      retryShare: z
        .number()
        .min(0)
        .max(1)
        .optional()
        .describe('Share of requests that may be repetitions. Default 0.2.'),
      maxBytes: count(1024)
        .optional()
        .describe('Largest answer in bytes, decompressed. Default 33554432 (32 MB).'),
      breakerFailures: count(1)
        .optional()
        .describe('Failures in a row after which the system is left alone for a while. Default 5.'),
      breakerCooldown: seconds(0.1).optional().describe('Seconds until it is tried again. Default 2.'),
    })
    .optional()
    .describe('Bounds that keep one slow system from slowing the rest.');

const shared = (around: Surroundings) => ({
  caFile: fileText(around)
    .optional()
    .describe('PEM file with the certificate authorities to trust instead of the usual ones.'),
  identity: z
    .enum(['service', 'viewer'])
    .optional()
    .describe(
      'As whom rows are read: one service account (default), or each viewer by name (JWT bearer only).',
    ),
  viewerClaim: text()
    .optional()
    .describe(
      'Claim of the viewer\'s token with the name to log in by where identity is "viewer"; a dot leads into an object. Default: the viewer\'s user name.',
    ),
  limits: limits(),
  options: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('What only this kind of system knows; see its adapter.'),
});

const child = (around: Surroundings) =>
  z.strictObject({
    url: address().optional().describe('Address of the own system.'),
    auth: authSchema(around).optional(),
    ...shared(around),
  });

const domains = (around: Surroundings) =>
  z
    .record(domainPath(), child(around))
    .optional()
    .describe(
      'What is different for viewers of a domain and of the domains below it, by domain path. The rest is inherited.',
    );

const ENVIRONMENT_NAME = {
  error: 'must be a name of small letters, digits and "-", such as "test"',
};

/** Only one environment is used, and has been laid over the connection by then: of all of them, the shape is checked. */
const environments = (around: Surroundings) => {
  const unused = { ...around, unused: true };
  return z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]*$/, ENVIRONMENT_NAME),
      z.strictObject({ ...child(unused).shape, domains: domains(unused) }),
    )
    .optional()
    .describe(
      'What is different in each environment, by its name: "test", "production". The key "environment" chooses one; the rest is inherited.',
    );
};

/** One connection and its child aliases. */
export const connectionSchema = (around: Surroundings) =>
  z.strictObject({
    adapter: text().describe('Kind of system: "servicenow", "salesforce", …'),
    url: address().describe('Address of the system: "https://acme.service-now.com".'),
    auth: authSchema(around),
    ...shared(around),
    domains: domains(around),
    environments: environments(around),
  });
