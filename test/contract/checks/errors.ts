import { expect } from 'vitest';
import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call, ErrorKind, Page, SendResponse } from '../../../src/contract/index.ts';
import { faultsOf } from '../conforms.ts';
import { keyOf } from '../oracle.ts';
import { isError } from '../reading.ts';
import { type Check, type ContractSetup, requestFor } from '../setup.ts';

const SECRET = 'SECRET-https://internal.example/x?token=abc';

const OK = {
  status: 200,
  headers: {},
  json: undefined,
  text: '',
  instance: 'https://instance.example',
} as const;

/** Answers that are no answer: these must be errors, not "no rows". */
const NOTHING: readonly Partial<SendResponse>[] = [
  { text: `<html>instance is hibernating ${SECRET}</html>` },
  { json: null },
  { json: SECRET },
  { json: 42 },
  { json: {} },
  { json: { error: { message: SECRET } } },
];

/** Things in the place of the list of rows, and of a row. */
const TWISTED: readonly unknown[] = [
  null,
  1,
  'x',
  {},
  [null],
  [1],
  [[]],
  [{}],
  [{ Id: {} }],
  [{ sys_id: {} }],
  [{ sys_id: [] }],
];

const REFUSALS: readonly Partial<SendResponse>[] = [302, 400, 403, 404, 405, 409, 413, 414, 415, 422].flatMap(
  (status) =>
    [
      undefined,
      null,
      {},
      [],
      [{}],
      [null],
      [{ errorCode: 1, message: null }],
      { error: SECRET },
      { error: { message: 1 } },
      { error: null },
    ].map((json) => ({ status, json, text: json === undefined ? `<html>${SECRET}</html>` : '' })),
);

const REFUSED_AS: ReadonlySet<ErrorKind> = new Set([
  'forbidden',
  'not-found',
  'invalid-input',
  'conflict',
  'too-complex',
  'upstream-unavailable',
  'upstream-timeout',
  'upstream-rate-limited',
  'upstream-unauthorized',
  'upstream-rejected',
]);

const GIVEN_UP: readonly ErrorKind[] = [
  'upstream-unavailable',
  'upstream-timeout',
  'upstream-rate-limited',
  'upstream-unauthorized',
  'cancelled',
];

export const errors: readonly Check[] = [
  {
    name: 'an answer that is not what it should be is an error, never no rows',
    run: async (setup) => {
      for (const response of NOTHING) {
        for (const outcome of await outcomes(setup, answering(setup, response)))
          expectError(outcome, response);
      }
    },
  },
  {
    name: 'an answer of the wrong shape is an error or gives whole rows, never a defect',
    run: async (setup) => {
      for (const twisted of TWISTED) {
        for (const json of [
          { result: twisted },
          { records: twisted, done: true, totalSize: 1 },
          { records: [], done: false },
          twisted,
        ]) {
          for (const outcome of await outcomes(setup, answering(setup, { json })))
            expectErrorOrRows(setup, outcome, json);
        }
      }
    },
  },
  {
    name: 'a refusal becomes an error of the contract without the words of the upstream',
    run: async (setup) => {
      for (const response of REFUSALS) {
        for (const outcome of await outcomes(setup, answering(setup, response))) {
          // A row that is looked up by its key may be answered with 404: then there is no row.
          if (response.status === 404 && outcome.operation === 'readByKeys' && !isError(outcome.value))
            continue;
          expectError(outcome, response);
        }
      }
    },
  },
  {
    name: 'what send gives up on is passed on as it is',
    run: async (setup) => {
      for (const kind of GIVEN_UP) {
        const send = () => Promise.reject(new CasegraphError(kind, 'The upstream did not answer.'));
        for (const { operation, value } of await outcomes(setup, { ...setup.call(), send })) {
          expect({ operation, kind: isError(value) ? value.kind : value }).toEqual({ operation, kind });
        }
      }
    },
  },
];

interface Outcome {
  readonly operation: string;
  readonly value: unknown;
}

function answering(setup: ContractSetup, response: Partial<SendResponse>): Call {
  return { ...setup.call(), send: () => Promise.resolve({ ...OK, ...response }) };
}

/** What each read operation makes of an upstream: its answer, or what it threw. */
async function outcomes(setup: ContractSetup, call: Call): Promise<Outcome[]> {
  const { adapter, table } = setup;
  const request = requestFor(table);
  const plan = adapter.plan(table, request);
  const keys = setup.rows.slice(0, 2).map((row) => keyOf(table, row));
  const run = async (operation: string, ask: () => Promise<unknown>): Promise<Outcome> => {
    try {
      return { operation, value: await ask() };
    } catch (error) {
      return { operation, value: error };
    }
  };
  const all = [
    await run('read', () => adapter.read(table, plan, call)),
    await run('readByKeys', async () => {
      const { results } = await adapter.readByKeys(table, { ...request, column: table.key }, keys, call);
      return (
        results.find(isError) ?? {
          rows: results.flatMap((result) => ('rows' in result ? result.rows : [])),
          next: null,
        }
      );
    }),
  ];
  if (adapter.capabilities(table).count && adapter.count !== undefined) {
    const counted = adapter.count.bind(adapter);
    all.push(await run('count', () => counted(table, plan, call)));
  }
  return all;
}

function expectError({ operation, value }: Outcome, given: unknown): void {
  const seen = isError(value) ? value.kind : value;
  expect({ operation, given, seen, fits: isError(value) && REFUSED_AS.has(value.kind) }).toMatchObject({
    fits: true,
  });
  if (isError(value)) {
    expect(value.message).not.toContain('SECRET');
    expect(value.message).not.toContain('internal.example');
  }
}

function expectErrorOrRows(setup: ContractSetup, outcome: Outcome, given: unknown): void {
  const { operation, value } = outcome;
  if (value instanceof Error) return expectError(outcome, given);
  if (operation === 'count') return expect(Number.isSafeInteger(value)).toBe(true);
  const faults = (value as Page).rows.flatMap((row) =>
    faultsOf(setup.table, row, requestFor(setup.table).select),
  );
  expect({ operation, given, faults }).toEqual({ operation, given, faults: [] });
}
