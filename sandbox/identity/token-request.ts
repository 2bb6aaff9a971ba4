import { z } from 'zod';
import type { SandboxRequest } from '../http/service.ts';

const DAY_SECONDS = 86_400;

/** A negative lifetime gives a token that has expired already, which tests of a gateway need. */
const tokenRequest = z.object({
  persona: z.string({ error: 'persona is needed' }),
  expires_in: z.coerce
    .number('expires_in must be a number of seconds')
    .int('expires_in must be whole seconds')
    .min(-DAY_SECONDS, 'expires_in must be at least -86400 (seconds)')
    .max(30 * DAY_SECONDS, 'expires_in must be at most 2592000 (seconds)')
    .optional(),
  audience: z.string().min(1, 'audience must not be empty').max(200, 'audience is too long').optional(),
  alg: z.enum(['RS256', 'ES256'], { error: 'alg must be RS256 or ES256' }).optional(),
});

export type TokenRequest = z.infer<typeof tokenRequest>;

/** Reads a form or a JSON body; unknown parameters (`grant_type`, `scope`) are passed over, as OAuth asks. */
export function readTokenRequest(request: SandboxRequest): TokenRequest | { readonly problem: string } {
  const parameters = parametersOf(request);
  if (parameters === undefined)
    return { problem: 'The body must be a form or a JSON object with persona=NAME.' };
  const read = tokenRequest.safeParse(parameters);
  if (read.success) return read.data;
  return { problem: read.error.issues.map(({ message }) => message).join('; ') };
}

function parametersOf({ headers, body }: SandboxRequest): unknown {
  const text = body.toString('utf8');
  if (!headers['content-type']?.includes('json')) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
