import type { About, Call } from '../../../src/contract/index.ts';
import { ask } from '../ask.ts';
import { ROOT } from '../objects.ts';

/** What one request does to an incident; all of it or nothing. */
export interface Operations {
  readonly changeSeverity?: { readonly severity: string };
  readonly appendIntent?: { readonly intent: string; readonly message?: string };
  readonly upsertAttributes?: {
    readonly attributes: readonly { readonly name: string; readonly value: string }[];
  };
}

/** Sent once: an intent that is repeated is recorded twice. */
export async function patch(about: About, id: string, operations: Operations, call: Call): Promise<void> {
  await ask(call, about, { method: 'PATCH', path: `${ROOT}/incident/${id}`, json: { operations } });
}
