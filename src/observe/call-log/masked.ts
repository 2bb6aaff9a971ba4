import type { UpstreamCall } from './call.ts';
import { maskBody } from './mask-body.ts';
import { maskCallPath } from './mask-path.ts';
import type { Judge } from './personal-names.ts';

/**
 * Calls as they may be shown. Masking takes longer than the call's own answer takes to be parsed, and few calls are ever looked at: each is masked when it is
 * looked at first. Until then the beginnings of its bodies are in memory as rows in the cache are; the connection's own secrets never are.
 */
export class MaskedCalls {
  readonly #judge: Judge;
  readonly #shown = new WeakMap<UpstreamCall, UpstreamCall>();

  constructor(judge: Judge) {
    this.#judge = judge;
  }

  of(call: UpstreamCall): UpstreamCall {
    const known = this.#shown.get(call);
    if (known !== undefined) return known;
    const shown = {
      ...call,
      path: maskCallPath(call.path, this.#judge),
      sent: this.#body(call.sent),
      answered: this.#body(call.answered),
    };
    this.#shown.set(call, shown);
    return shown;
  }

  #body(text: string | null): string | null {
    return text === null ? null : maskBody(text, this.#judge);
  }
}
