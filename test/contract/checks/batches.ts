import { expect } from 'vitest';
import type { Call, KeyedRequest, Operand, SendRequest } from '../../../src/contract/index.ts';
import { operandsOf } from '../operators.ts';
import { isError } from '../reading.ts';
import { type BatchBounds, type Check, type ContractSetup, type Lookup, requestFor } from '../setup.ts';

/**
 * What a batch of keys costs. An adapter that wants to be held to it says in its set-up what bounds one request (`batches`): the bytes of a request
 * target, and the keys of a request whose keys travel in its body. From the requests themselves the least number is computed that the bound
 * demands, and no more are allowed. For the key itself (reference lookups), each of `lookups` (natural keys, whole related lists) and, where
 * lists are cut per key, the first three rows of each.
 */
export const batches: readonly Check[] = [
  {
    name: '100 keys cost one request, or as many as its bound demands',
    unless: unbounded,
    run: (setup) => eachLookup(setup, 100),
  },
  {
    name: '1,000 keys cost no more requests than the bound demands',
    unless: unbounded,
    run: (setup) => eachLookup(setup, 1_000),
  },
];

function unbounded({ batches: bounds }: ContractSetup): string | null {
  return bounds === undefined ? 'the set-up does not say what bounds a request' : null;
}

async function eachLookup(setup: ContractSetup, count: number): Promise<void> {
  const bounds = setup.batches as BatchBounds;
  for (const lookup of [{ column: setup.table.key }, ...(setup.lookups ?? [])]) {
    await expectFew(setup, bounds, lookup, count, null);
    const cuts = setup.adapter.capabilities(setup.table).limitPerKey && 'via' in lookup;
    if (cuts) await expectFew(setup, bounds, lookup, count, 3);
  }
}

async function expectFew(
  setup: ContractSetup,
  bounds: BatchBounds,
  lookup: Lookup,
  count: number,
  limit: number | null,
): Promise<void> {
  const keys = keysOf(setup, lookup, count);
  const request = { ...requestFor(setup.table, { limit }), ...lookup };
  const sent = await requestsFor(setup, bounds, request, keys);
  const demanded = await demandedBy(setup, bounds, request, keys, sent);
  const wording = `${lookup.column}, ${limit === null ? 'all rows' : `first ${limit}`}: ${demanded} of ${count} keys`;
  expect(sent.length, wording).toBeLessThanOrEqual(demanded);
  for (const { path, json } of sent)
    if (json === undefined) expect(path.length, wording).toBeLessThanOrEqual(bounds.targetBytes);
}

/** Values that rows have, then values that none has. */
function keysOf(setup: ContractSetup, { column }: Lookup, count: number): readonly Operand[] {
  const declared = setup.table.columns.get(column);
  const known = declared === undefined ? [] : operandsOf(declared, setup.rows);
  return Array.from({ length: count }, (_, index) => known[index] ?? setup.unknownKey(index));
}

/** The requests of one batch; none of its keys may fail. */
async function requestsFor(
  { adapter, table }: ContractSetup,
  bounds: BatchBounds,
  request: KeyedRequest,
  keys: readonly Operand[],
): Promise<readonly SendRequest[]> {
  const sent: SendRequest[] = [];
  const call = bounds.call();
  const counting: Call = {
    ...call,
    send: (one) => {
      sent.push(one);
      return call.send(one);
    },
  };
  const { results } = await adapter.readByKeys(table, request, keys, counting);
  expect(results).toHaveLength(keys.length);
  expect(results.filter(isError)).toEqual([]);
  return sent;
}

/** ceil(bytes of all keys / bytes that one request has for keys), and the same in keys for what travels in bodies. */
async function demandedBy(
  setup: ContractSetup,
  bounds: BatchBounds,
  request: KeyedRequest,
  keys: readonly Operand[],
  sent: readonly SendRequest[],
): Promise<number> {
  const targets = sent.filter(({ json }) => json === undefined).map(({ path }) => path.length);
  if (targets.length < sent.length) return Math.ceil(keys.length / (bounds.keysInBody ?? Infinity));
  const size = async (count: number): Promise<number> => {
    const few = Array.from({ length: count }, (_, index) => setup.unknownKey(900 + index));
    const [only] = await requestsFor(setup, bounds, request, few);
    return only?.path.length ?? 0;
  };
  // What a request is without keys: of two keys and three, since one may be written otherwise.
  const [two, three] = [await size(2), await size(3)];
  const bare = two - 2 * (three - two);
  const longest = Math.max(...keys.map((key) => encodeURIComponent(String(key)).length));
  // The last key of a request may not have fitted: up to one key of each request stays unused, with what stands around it.
  const room = bounds.targetBytes - bare - longest - 24;
  const bytes = targets.reduce((sum, target) => sum + target - bare, 0);
  return Math.max(1, Math.ceil(bytes / room));
}
