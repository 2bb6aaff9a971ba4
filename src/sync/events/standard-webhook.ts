import { Webhook } from 'standardwebhooks';
import { readSigned } from './delivery.ts';
import type { Proof } from './proof.ts';
import { sameText } from './same-text.ts';

const HEADERS = { id: 'webhook-id', timestamp: 'webhook-timestamp', signature: 'webhook-signature' };

/**
 * Signatures after standardwebhooks.com, as incident.io sends them (by Svix). The package's own `verify` reads the process's clock and has a fixed tolerance,
 * so only its signing is used. A secret is `whsec_` and base64.
 */
export function standardWebhook(secrets: readonly string[], tolerance: number): Proof {
  const signers = secrets.map((secret) => new Webhook(secret));
  return {
    admit: (headers, now) => {
      const signed = readSigned(headers, HEADERS, now, tolerance);
      return 'refused' in signed ? signed : { signed };
    },
    holds: ({ signed }, body) => {
      if (signed === null) return false;
      const given = signed.signature.split(' ').filter((each) => each.startsWith('v1,'));
      if (given.length === 0) return false;
      const at = new Date(signed.timestamp * 1000);
      return signers.some((signer) => {
        const own = signer.sign(signed.id, at, body);
        return given.some((each) => sameText(each, own));
      });
    },
  };
}
