import { z } from 'zod';
import type { SandboxRequest } from '../http/service.ts';
import { Problem } from './problem.ts';

/** Reads a JSON body by its schema. Throws a 415 for another content type, a 400 that says what is wrong with each field. */
export function readBody<T>({ headers, body }: SandboxRequest, schema: z.ZodType<T>): T {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^(application\/json|text\/json|application\/[^/]*\+json)$/.test(type))
    throw new Problem(415, 'Send the body as application/json.');
  const read = schema.safeParse(parse(body.toString('utf8')));
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new Problem(400, problems.join('; '));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Problem(400, 'The body is not JSON.');
  }
}

/** What several bodies hold. Absent and null are the same, as the API's nullable fields are. */
export const fields = {
  uuid: z.guid().transform((id) => id.toLowerCase()),
  moment: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  flag: z.boolean().nullish(),
  attribute: z.object({
    name: z.string().min(1).max(255),
    value: z.string().min(1),
    isImage: z.boolean().nullish(),
    hideInPreviews: z.boolean().nullish(),
  }),
} as const;
