import { z } from 'zod';

const MAX_DELAY_MS = 600_000;

/**
 * The body of `POST /__sandbox/faults`.
 *
 * - `path`: a prefix of the decoded path, or a regular expression found anywhere in it.
 * - `delayMs`: wait first, then go on with the rest of the fault, or handle the request as usual.
 * - `drop`: `before` ends the connection before the service sees the request (nothing took effect), `after` once it has.
 * - `status`, `body`, `headers`: answered instead of handling the request. `headers` alone are added to the real answer.
 * - `corrupt`: `html` answers an HTML page, as a sleeping instance does, and the request is not handled; `truncated` handles
 *   it and ends the connection half way through the body, `malformed` handles it and breaks the JSON (status 200),
 *   `endless` does not handle it and sends JSON that does not end.
 * - `times`: how many requests it applies to; without it, all until it is deleted.
 */
const fault = z.strictObject({
  path: z.string().min(1).max(500).refine(isPattern, 'is not a regular expression'),
  method: z
    .string()
    .transform((method) => method.toUpperCase())
    .pipe(z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']))
    .optional(),
  status: z.int().min(200).max(599).optional(),
  body: z.json().optional(),
  headers: z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[\t\x20-\x7e]*$/)).optional(),
  delayMs: z.int().min(0).max(MAX_DELAY_MS).optional(),
  drop: z.enum(['before', 'after']).optional(),
  corrupt: z.enum(['html', 'truncated', 'malformed', 'endless']).optional(),
  times: z.int().min(1).max(1_000_000).optional(),
});

export type FaultInput = Readonly<z.infer<typeof fault>>;

const EFFECTS = ['status', 'headers', 'delayMs', 'drop', 'corrupt'] as const;

const ALLOWED =
  'A fault is a JSON object: path (prefix or regular expression, needed), and at least one of ' +
  'status (200-599, with body and headers), headers, delayMs (0-600000), drop ("before" or "after"), ' +
  'corrupt ("html", "truncated", "malformed" or "endless"); optionally method and times (1 or more).';

/** Reads a fault, or says in one text all that is wrong with it and what is allowed. */
export function readFault(body: Buffer): { fault: FaultInput } | { problem: string } {
  const json = parseJson(body);
  if (json === undefined) return { problem: `The body is not JSON. ${ALLOWED}` };
  const read = fault.safeParse(json);
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
    return { problem: `${problems.join('; ')}. ${ALLOWED}` };
  }
  const contradiction = contradictionIn(read.data);
  return contradiction ? { problem: `${contradiction} ${ALLOWED}` } : { fault: read.data };
}

function contradictionIn(input: FaultInput): string | undefined {
  if (!EFFECTS.some((effect) => input[effect] !== undefined)) return 'The fault does nothing.';
  if (input.body !== undefined && input.status === undefined) return 'body needs a status.';
  if (input.drop !== undefined && (input.status !== undefined || input.corrupt !== undefined))
    return 'A dropped connection has no answer: drop goes with neither status nor corrupt.';
  return undefined;
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
