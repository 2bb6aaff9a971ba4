import { createHmac } from 'node:crypto';

/**
 * The signature header of Standard Webhooks: `v1,` and the base64 HMAC-SHA256 of id, timestamp and body with dots between,
 * once for each secret.
 * @param secrets `whsec_` and base64
 * @param timestamp seconds since 1970
 */
export function signatureOf(secrets: readonly string[], id: string, timestamp: number, body: string): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
