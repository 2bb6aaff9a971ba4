import type { KeyList } from '../declaration/shape.ts';
import type { ListRequest } from '../page/ask.ts';
import { askPages } from '../page/ask.ts';
import { encoded } from '../request/path.ts';
import type { Key, Lookup, Outcome } from './outcome.ts';
import { grouped, inParallel } from './outcome.ts';

/** Characters of encoded keys in one address. */
const ROOM = 6_000;

/** Rows of many keys by the requests that `compose` makes for some of them. */
export function together(
  lookup: Lookup,
  most: number,
  keys: readonly Key[],
  compose: (values: readonly string[]) => ListRequest,
): Promise<Outcome> {
  return inParallel(chunksOf(keys, most), async (chunk) => {
    const records: object[] = [];
    let instance: string | null = null;
    for await (const page of askPages(
      lookup.call,
      lookup.table,
      compose(chunk.map(({ operand }) => String(operand))),
    )) {
      records.push(...page.records);
      instance = page.instance;
    }
    return { byKey: grouped(lookup, chunk, records), instance };
  });
}

/** The request of a declared key list. */
export function keyListRequest(keys: KeyList, values: readonly string[]): ListRequest {
  const page = keys.page ?? { style: 'none', first: 1 };
  return {
    template: keys,
    rows: keys.rows,
    page,
    parameters: [],
    size: page.size ?? null,
    keys: { name: 'keys', values, list: keys.list },
  };
}

function chunksOf(keys: readonly Key[], most: number): Key[][] {
  const chunks: Key[][] = [];
  let used = 0;
  for (const key of keys) {
    // Each value may come with its parameter's name.
    const length = encoded(String(key.operand)).length + 20;
    const last = chunks.at(-1);
    if (last === undefined || last.length >= most || used + length > ROOM) {
      chunks.push([key]);
      used = length;
    } else {
      last.push(key);
      used += length;
    }
  }
  return chunks;
}
