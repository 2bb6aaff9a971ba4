import { expect } from 'vitest';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call } from '../../../src/contract/index.ts';
import { keyOf } from '../oracle.ts';
import { isError, rejection } from '../reading.ts';
import { type Check, type ContractSetup, requestFor } from '../setup.ts';

const PROMPTLY = 500;

export const abort: readonly Check[] = [
  {
    name: 'a call that is already aborted is refused',
    run: async (setup) => {
      const gone = new Error('the client has gone');
      const call = setup.call(AbortSignal.abort(gone));
      const rejections = operations(setup, call).map(rejection);
      for (const error of await Promise.all(rejections)) expectCancelled(error, gone);
    },
  },
  {
    name: 'a call that is aborted under way ends promptly',
    run: async (setup) => {
      const gone = new Error('the client has gone');
      const controller = new AbortController();
      const call = hanging(setup.call(controller.signal), controller.signal);
      const running = Promise.all(operations(setup, call).map(rejection));
      setTimeout(() => controller.abort(gone), 20);
      const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PROMPTLY));
      const errors = await Promise.race([running, late]);
      expect(errors).not.toBe('late');
      for (const error of errors) expectCancelled(error, gone);
    },
  },
];

function operations(setup: ContractSetup, call: Call): Promise<unknown>[] {
  const { adapter, table } = setup;
  const request = requestFor(table, { limit: 3 });
  const keys = setup.rows.slice(0, 3).map((row) => keyOf(table, row));
  return [
    adapter.read(table, adapter.plan(table, request), call),
    answered(adapter.readByKeys(table, { ...request, limit: null, column: table.key }, keys, call)),
    adapter.ping(call),
  ];
}

/** A batched read may also report the cancellation per key. */
async function answered(promise: ReturnType<ContractSetup['adapter']['readByKeys']>): Promise<unknown> {
  const answer = await promise;
  const [first] = answer.results;
  if (isError(first)) throw first;
  return answer;
}

/** An upstream that never answers, behind a `send` that keeps its promise about the signal. */
function hanging(call: Call, signal: AbortSignal): Call {
  return {
    ...call,
    send: () =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () =>
          reject(new CasegraphError('cancelled', 'The request was cancelled.')),
        );
      }),
  };
}

function expectCancelled(error: unknown, reason: Error): void {
  if (error === reason) return;
  expect(isError(error) ? error.kind : error).toBe('cancelled');
}
