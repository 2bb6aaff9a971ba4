import { createHash } from 'node:crypto';
import { headerOf } from './header.ts';
import type { Proof } from './proof.ts';
import { refuse } from './refusal.ts';
import { sameText } from './same-text.ts';

const LONGEST = 600;

/**
 * A shared token in `authorization: Bearer …`, as All Quiet can send it. It proves the sender and nothing about the body, and there is neither an id nor a time
 * to know a repetition by: a repetition makes the gateway look once more at a record, no more.
 */
export function bearerToken(tokens: readonly string[]): Proof {
  const known = tokens.map(digest);
  return {
    admit: (headers) => {
      const given = headerOf(headers, 'authorization', LONGEST);
      const token = given === null ? undefined : /^bearer +([!-~]+)$/i.exec(given)?.[1];
      // Digests are of one length, so not even the token's length is told.
      if (token !== undefined && known.some((each) => sameText(each, digest(token)))) return { signed: null };
      const text = 'The delivery needs the header "authorization: Bearer …" with the configured token.';
      return refuse('forged', text);
    },
    holds: () => true,
  };
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
