import { Flight } from '../concurrency/flight.ts';
import { CasegraphError } from '../contract/index.ts';
import type { Packing, Send, SendRequest, SendResponse } from '../contract/index.ts';

/** A request that waits for the others of its tick. */
interface Waiting {
  readonly request: SendRequest;
  readonly signal: AbortSignal;
  readonly answer: (response: Promise<SendResponse>) => void;
}

/** Sends in the name of one caller, until the signal is aborted. */
export type SendUntil = (signal: AbortSignal) => Send;

/**
 * Gathers what one operation sends through one connection in one tick into as few requests as the system's packing allows. Nothing waits longer
 * than that: a tick ends when all that could be sent without an answer has been sent. One that is alone is sent as it is.
 */
export class Gathering {
  readonly #packing: Packing;
  readonly #ticks = new Map<string, Waiting[]>();
  readonly #later: (depart: () => void) => void;

  constructor(packing: Packing) {
    this.#packing = packing;
    // Lists and keyed reads of one tick are composed one after the other: who asks for few requests waits for the last of them.
    this.#later = packing.onRequest === true ? setImmediate : (depart) => process.nextTick(depart);
  }

  get onRequest(): boolean {
    return this.#packing.onRequest === true;
  }

  /** `key` names all that must be the same for requests to travel together: operation, address and identity. */
  send(key: string, sendUntil: SendUntil, signal: AbortSignal): Send {
    return (request) =>
      this.#packing.takes(request)
        ? new Promise<SendResponse>((answer) => this.#wait(key, sendUntil, { request, signal, answer }))
        : sendUntil(signal)(request);
  }

  #wait(key: string, sendUntil: SendUntil, waiting: Waiting): void {
    const tick = this.#ticks.get(key);
    if (tick !== undefined) {
      tick.push(waiting);
      return;
    }
    this.#ticks.set(key, [waiting]);
    // By then every read of the tick has been composed.
    this.#later(() => {
      const gathered = this.#ticks.get(key) ?? [];
      this.#ticks.delete(key);
      for (let from = 0; from < gathered.length; from += this.#packing.most)
        this.#depart(gathered.slice(from, from + this.#packing.most), sendUntil);
    });
  }

  #depart(waiting: readonly Waiting[], sendUntil: SendUntil): void {
    const [first, ...others] = waiting;
    if (first === undefined) return;
    if (others.length === 0) {
      first.answer(sendUntil(first.signal)(first.request));
      return;
    }
    const requests = waiting.map(({ request }) => request);
    const flight = new Flight((signal) => this.#exchange(requests, sendUntil(signal)));
    waiting.forEach(({ signal, answer }, index) => {
      answer(flight.wait(signal).then((responses) => answered(responses[index])));
    });
  }

  async #exchange(
    requests: readonly SendRequest[],
    send: Send,
  ): Promise<readonly (SendResponse | CasegraphError)[]> {
    return this.#packing.unpack(await send(this.#packing.pack(requests)), requests);
  }
}

function answered(response: SendResponse | CasegraphError | undefined): SendResponse {
  if (response instanceof CasegraphError) throw response;
  if (response !== undefined) return response;
  throw new CasegraphError('internal', 'The adapter left a request of several unanswered.');
}
