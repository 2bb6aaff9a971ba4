import { createHmac } from 'node:crypto';
import { readSigned } from './delivery.ts';
import type { Proof } from './proof.ts';
import { sameText } from './same-text.ts';

const HEADERS = {
  id: 'x-casegraph-id',
  timestamp: 'x-casegraph-timestamp',
  signature: 'x-casegraph-signature',
};

/**
 * The signature that the business rule of docs/live.md makes: HMAC-SHA256 over `<id>.<timestamp>.<body>`, `v1=` and hexadecimal digits. While a secret is
 * being replaced, either will do. The key is the secret's text as UTF-8.
 */
export function casegraphSignature(secrets: readonly string[], tolerance: number): Proof {
  return {
    admit: (headers, now) => {
      const signed = readSigned(headers, HEADERS, now, tolerance);
      return 'refused' in signed ? signed : { signed };
    },
    holds: ({ signed }, body) => {
      const given = /^v1=([0-9a-f]{64})$/.exec(signed?.signature ?? '')?.[1];
      if (signed === null || given === undefined) return false;
      const text = `${signed.id}.${signed.timestamp}.${body}`;
      return secrets.some((secret) =>
        sameText(given, createHmac('sha256', secret).update(text).digest('hex')),
      );
    },
  };
}
