import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Change } from '../incidents/store.ts';

/**
 * An outbound integration of type Webhook. The flags have the API's names; together they are the three modes of the
 * product: neither is "Always", the first alone "Always After Forwarding", both "Only On Forwarding".
 */
export interface Endpoint {
  readonly id: string;
  readonly displayName: string;
  readonly url: string;
  /** Shown as a bearer token. */
  readonly token: string;
  readonly triggersOnlyOnForwarded: boolean;
  readonly skipUpdatingAfterForwarding: boolean;
}

/** Whether an endpoint is told of a change. */
export function isDue(endpoint: Endpoint, { incident, forwardedTo, created }: Change): boolean {
  const justForwarded = forwardedTo === endpoint.id;
  if (endpoint.triggersOnlyOnForwarded) {
    if (endpoint.skipUpdatingAfterForwarding) return justForwarded;
    return incident.forwardedTo.includes(endpoint.id);
  }
  return !endpoint.skipUpdatingAfterForwarding || created || justForwarded;
}

const input = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  displayName: z.string().min(1).max(500).optional(),
  token: z.string().min(1).max(1_000).optional(),
  triggersOnlyOnForwarded: z.boolean().optional(),
  skipUpdatingAfterForwarding: z.boolean().optional(),
});

/** The webhooks that were set up; tests do so over `/__sandbox/webhooks`, since their addresses are known late. */
export class Endpoints {
  readonly #token: string;
  readonly #byId = new Map<string, Endpoint>();

  /** `token`: of those set up without one. */
  constructor(token: string) {
    this.#token = token;
  }

  /** Reads the body of `POST /__sandbox/webhooks`, or says what is wrong with it. */
  add(body: Buffer): Endpoint | { readonly problem: string } {
    const read = input.safeParse(json(body));
    if (!read.success) {
      const problems = read.error.issues.map(
        ({ path, message }) => `${path.join('.') || 'body'}: ${message}`,
      );
      return {
        problem: `${problems.join('; ')}. A webhook is {url, displayName?, token?, triggersOnlyOnForwarded?, skipUpdatingAfterForwarding?}.`,
      };
    }
    const { url, displayName = 'Webhook', token = this.#token } = read.data;
    const { triggersOnlyOnForwarded = false, skipUpdatingAfterForwarding = false } = read.data;
    const id = randomUUID();
    const endpoint = { id, displayName, url, token, triggersOnlyOnForwarded, skipUpdatingAfterForwarding };
    this.#byId.set(id, endpoint);
    return endpoint;
  }

  find(id: string): Endpoint | undefined {
    return this.#byId.get(id);
  }

  list(): readonly Endpoint[] {
    return [...this.#byId.values()];
  }

  /** False when there is none. */
  remove(id: string): boolean {
    return this.#byId.delete(id);
  }

  clear(): void {
    this.#byId.clear();
  }
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
