import type { WebhookEndpoint } from '../options.ts';
import { signatureOf } from './signature.ts';

const DEADLINE_MS = 5_000;

export interface Message {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** Posts a signed message. Never throws: the status is null, and `error` says why, when no answer came. */
export async function post(
  { url, secret, previousSecret }: WebhookEndpoint,
  { id, timestamp, body }: Message,
  ended: AbortSignal,
): Promise<{ readonly status: number | null; readonly error?: string }> {
  const secrets = previousSecret === undefined ? [secret] : [secret, previousSecret];
  // Not AbortSignal.any: what it makes stays with the signal that lives on, and there are thousands of messages.
  const over = new AbortController();
  const end = (): void => over.abort(new Error('ended before an answer came'));
  const timer = setTimeout(end, DEADLINE_MS);
  ended.addEventListener('abort', end);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'casegraph-sandbox-incidentio',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureOf(secrets, id, timestamp, body),
      },
      body,
      redirect: 'manual',
      signal: over.signal,
    });
    await response.arrayBuffer();
    return { status: response.status };
  } catch (error) {
    return { status: null, error: reason(error) };
  } finally {
    clearTimeout(timer);
    ended.removeEventListener('abort', end);
  }
}

function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
