import { describe, expect, it } from 'vitest';
import { CasegraphError } from '../contract/index.ts';
import type { Packing, Send, SendRequest, SendResponse } from '../contract/index.ts';
import { Gathering } from './gathering.ts';

const PACKING: Packing = {
  most: 3,
  takes: ({ method }) => method === 'GET',
  pack: (requests) => ({
    method: 'POST',
    path: '/many',
    json: requests.map(({ path }) => path),
    idempotent: true,
  }),
  unpack: (response, requests) =>
    requests.map(({ path }) => ({
      ...response,
      json: `answer of ${path}`,
      status: path === '/broken' ? 400 : 200,
    })),
};

const get = (path: string): SendRequest => ({ method: 'GET', path });
const answer = (request: SendRequest): SendResponse => ({
  status: 200,
  headers: {},
  json: request.path,
  text: '',
  instance: 'https://system.example',
});

/** A system that notes what it is sent, and under which signal; `reply` says how it answers. */
function system(reply: (request: SendRequest, signal: AbortSignal) => Promise<SendResponse>) {
  const sent: SendRequest[] = [];
  const signals: AbortSignal[] = [];
  const sendUntil =
    (signal: AbortSignal): Send =>
    (request) => {
      sent.push(request);
      signals.push(signal);
      return reply(request, signal);
    };
  return { sent, signals, sendUntil };
}

const stay = (): AbortSignal => new AbortController().signal;
const hangs = (_: SendRequest, signal: AbortSignal): Promise<SendResponse> =>
  new Promise((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Gathering', () => {
  it('sends what comes in one tick as one, and gives each its own answer', async () => {
    const { sent, sendUntil } = system((request) => Promise.resolve(answer(request)));
    const gathering = new Gathering(PACKING);
    // As reads do: one at once, others some microtasks later.
    const late = async (turns: number, path: string): Promise<SendResponse> => {
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      return gathering.send('a', sendUntil, stay())(get(path));
    };
    const answers = await Promise.all([late(0, '/1'), late(7, '/broken'), late(20, '/3')]);
    expect(answers.map(({ json, status }) => [json, status])).toEqual([
      ['answer of /1', 200],
      ['answer of /broken', 400],
      ['answer of /3', 200],
    ]);
    expect(sent).toEqual([
      { method: 'POST', path: '/many', json: ['/1', '/broken', '/3'], idempotent: true },
    ]);
  });

  it('sends alone what is alone, what cannot be packed, and what another asked', async () => {
    const { sent, sendUntil } = system((request) => Promise.resolve(answer(request)));
    const gathering = new Gathering(PACKING);
    const write: SendRequest = { method: 'PATCH', path: '/w', json: {} };
    const answers = await Promise.all([
      gathering.send('a', sendUntil, stay())(get('/1')),
      gathering.send('a', sendUntil, stay())(write),
      gathering.send('b', sendUntil, stay())(get('/2')),
    ]);
    expect(answers.map(({ json }) => json)).toEqual(['/1', '/w', '/2']);
    expect(sent).toHaveLength(3);
    expect(sent).toEqual(expect.arrayContaining([get('/1'), write, get('/2')]));
  });

  it('cuts what one cannot hold, and begins anew with the next tick', async () => {
    const { sent, sendUntil } = system((request) => Promise.resolve(answer(request)));
    const gathering = new Gathering(PACKING);
    const ask = (count: number) =>
      Promise.all(
        Array.from({ length: count }, (_, index) => gathering.send('a', sendUntil, stay())(get(`/${index}`))),
      );
    await ask(7);
    expect(sent).toHaveLength(3);
    expect(sent.map(({ json, path }) => json ?? path)).toEqual(
      expect.arrayContaining([['/0', '/1', '/2'], ['/3', '/4', '/5'], '/6']),
    );
    await ask(2);
    expect(sent.at(-1)?.json).toEqual(['/0', '/1']);
  });

  it('gives an error to all whose request failed', async () => {
    const down = new CasegraphError('upstream-unavailable', 'down');
    const { sendUntil } = system(() => Promise.reject(down));
    const gathering = new Gathering(PACKING);
    const asked = ['/1', '/2'].map((path) => gathering.send('a', sendUntil, stay())(get(path)));
    expect(await Promise.allSettled(asked)).toEqual([
      { status: 'rejected', reason: down },
      { status: 'rejected', reason: down },
    ]);
  });

  it('lets one leave without harm to the others, and gives up when all have left', async () => {
    const { signals, sendUntil } = system(hangs);
    const gathering = new Gathering(PACKING);
    const callers = [new AbortController(), new AbortController()];
    const asked = callers.map(({ signal }, index) =>
      gathering
        .send(
          'a',
          sendUntil,
          signal,
        )(get(`/${index}`))
        .catch((error: unknown) => error),
    );
    await tick();
    callers[0]?.abort(new Error('first gone'));
    expect(await asked[0]).toMatchObject({ message: 'first gone' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    callers[1]?.abort(new Error('second gone'));
    expect(await asked[1]).toMatchObject({ message: 'second gone' });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });
});
