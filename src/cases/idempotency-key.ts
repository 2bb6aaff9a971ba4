import { randomUUID } from 'node:crypto';
import { CasegraphError } from '../contract/index.ts';

const MAX_KEY = 200;

/** The name of an attempt; `null`: one is made up, so that a repeat is another attempt. Throws `invalid-input`. */
export function idempotencyKeyOf(key: string | null): string {
  if (key === null) return randomUUID();
  if (key.length > 0 && key.length <= MAX_KEY) return key;
  throw new CasegraphError(
    'invalid-input',
    `idempotencyKey has ${key.length} characters; it has 1 to ${MAX_KEY}.`,
  );
}
