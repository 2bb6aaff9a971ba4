import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemoryOptions } from '../../adapters/memory/index.ts';
import { memoryGraph, type MemoryGraph } from '../harness/memory-graph.ts';

const TABLES = `
type Shelf @table(label: "Shelf", plural: "shelves") @source(connection: "desk", object: "shelf") @access(read: ["agent"]) {
  id: ID! @key(column: "id")
  key: ID! @column(name: "id")
  books: BookConnection @related(column: "shelf")
}
type Book @table(label: "Book", plural: "books") @source(connection: "desk", object: "book") @access(read: ["agent"]) {
  id: ID! @key(column: "id")
  key: ID! @column(name: "id")
  title: String @column(name: "title")
  pages: Int @column(name: "pages")
  price: Decimal @column(name: "price")
  library: ID @column(name: "library")
  shelf: Shelf @reference(column: "shelf")
}
`;

interface Book {
  readonly id: string;
  readonly title: string | null;
  readonly pages: number | null;
  readonly price: string | null;
  readonly shelf: string;
}

interface Connection {
  readonly nodes: readonly { readonly key: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly key: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount?: number;
}

const FIELDS =
  'nodes { key } edges { cursor node { key } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const COLUMNS = ['title', 'pages', 'price'] as const;

// Few distinct values, so that many rows tie; one in three cells is empty.
const few = <T>(...values: T[]): fc.Arbitrary<T | null> =>
  fc.option(fc.constantFrom(...values), { nil: null, freq: 3 });
const shelfOfBooks: fc.Arbitrary<Book[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ unit: fc.constantFrom(...'abcXYZ019'), minLength: 1, maxLength: 4 }),
    title: few('a', 'B', 'ä', '9', 'aa'),
    pages: few(-3, 0, 7, 1000),
    price: few('9.90', '10', '-0.5', '100000000000000000000.01'),
    shelf: fc.constantFrom('s1', 's2'),
  }),
  { selector: ({ id }) => id, maxLength: 14 },
);
const orders = fc.uniqueArray(
  fc.record({ column: fc.constantFrom(...COLUMNS), direction: fc.constantFrom('ASC', 'DESC') }),
  { selector: ({ column }) => column, maxLength: 2 },
);
/** What the owning system does by itself must not show. */
const SYSTEMS: readonly MemoryOptions[] = [
  {},
  { pushdown: 'none', ordered: false, limited: false },
  { ordered: false, limited: false, limitPerKey: false },
  { limitPerKey: false, pageSize: 3 },
];

type Order = readonly { readonly column: (typeof COLUMNS)[number]; readonly direction: string }[];

/** The whole list, by the plainest reading of the contract. */
function sorted(books: readonly Book[], order: Order): string[] {
  const compare = (a: Book, b: Book): number => {
    for (const { column, direction } of order) {
      const difference = compareCells(column, a[column], b[column]);
      if (difference !== 0) return direction === 'ASC' ? difference : -difference;
    }
    return a.id < b.id ? -1 : 1;
  };
  return books.toSorted(compare).map(({ id }) => id);
}

function compareCells(column: string, a: Book['title' | 'pages'], b: Book['title' | 'pages']): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  const [left, right] =
    column === 'title' ? [String(a).toLowerCase(), String(b).toLowerCase()] : [Number(a), Number(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

function graphOf(books: readonly (Book & { readonly library?: string })[], desk: MemoryOptions): MemoryGraph {
  const shelves = [...new Set(['s1', 's2', ...books.map(({ shelf }) => shelf)])].map((id) => ({ id }));
  const records = { desk: { book: books.map((book) => ({ ...book })), shelf: shelves } };
  return memoryGraph({ tables: TABLES, records, adapters: { desk } });
}

/** Random lists in one graph: building one for each would be most of the work. */
const LIBRARIES = fc.sample(shelfOfBooks, 30).map((books, index) => ({
  library: `l${index}`,
  books: books.map((book) => ({
    ...book,
    id: `${book.id}-${index}`,
    shelf: `${book.shelf}-${index}`,
    library: `l${index}`,
  })),
}));
const libraries = fc.constantFrom(...LIBRARIES);
const systems = fc
  .constantFrom(
    ...SYSTEMS.map((desk) =>
      graphOf(
        LIBRARIES.flatMap(({ books }) => books),
        desk,
      ),
    ),
  )
  .map((graph) => Object.assign(graph, { [fc.toStringMethod]: () => 'one of SYSTEMS' }));

function listArguments(order: Order, page: object, filter = ''): string {
  const orderBy = `orderBy: [${order.map(({ column, direction }) => `{ ${column}: ${direction} }`).join(', ')}]`;
  return [
    orderBy,
    filter,
    ...Object.entries(page).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
  ].join(', ');
}

/** A list field at the root, or below a shelf: both must page alike. */
type Ask = (page: object, fields?: string) => Promise<Connection>;

function atRoot({ run }: MemoryGraph, order: Order, library?: string): Ask {
  const filter = library === undefined ? '' : `filter: { library: { eq: "${library}" } }`;
  return async (page, fields = FIELDS) => {
    const { data, errors } = await run(`{ books(${listArguments(order, page, filter)}) { ${fields} } }`);
    expect(errors).toBeUndefined();
    return data?.['books'] as Connection;
  };
}

function below({ run }: MemoryGraph, order: Order, shelf: string): Ask {
  return async (page, fields = FIELDS) => {
    const { data, errors } = await run(
      `{ shelves(filter: { key: { in: ["${shelf}", "s1"] } }) { nodes { key books(${listArguments(order, page)}) { ${fields} } } } }`,
    );
    expect(errors).toBeUndefined();
    const { nodes } = data?.['shelves'] as { nodes: { key: string; books: Connection }[] };
    return nodes.find(({ key }) => key === shelf)?.books ?? EMPTY;
  };
}

/** Of a shelf that no book stands on. */
const EMPTY: Connection = {
  nodes: [],
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: 0,
};

const keysOf = ({ nodes }: Connection): string[] => nodes.map(({ key }) => key);

async function walk(ask: Ask, size: number, forward: boolean): Promise<string[]> {
  const seen: string[] = [];
  let place: object = {};
  for (let guard = 0; guard < 50; guard += 1) {
    const page = await ask({ [forward ? 'first' : 'last']: size, ...place });
    const { pageInfo } = page;
    expect(page.edges.map(({ node }) => node.key)).toEqual(keysOf(page));
    expect([page.edges[0]?.cursor ?? null, page.edges.at(-1)?.cursor ?? null]).toEqual([
      pageInfo.startCursor,
      pageInfo.endCursor,
    ]);
    // At the end that the pages come from, there is something exactly when this is not the first page.
    expect(forward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage).toBe(guard > 0);
    if (forward) seen.push(...keysOf(page));
    else seen.unshift(...keysOf(page));
    if (!(forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return seen;
    place = forward ? { after: pageInfo.endCursor } : { before: pageInfo.startCursor };
  }
  throw new Error('the pages have no end');
}

type Library = (typeof LIBRARIES)[number];

describe.each([
  [
    'at the root',
    (graph: MemoryGraph, order: Order, { library }: Library) => atRoot(graph, order, library),
    's',
  ],
  [
    'below a row',
    (graph: MemoryGraph, order: Order, { library }: Library) => below(graph, order, `s2-${library.slice(1)}`),
    's2',
  ],
] as const)('pages of a list %s', (_, open, shelf) => {
  const mine = ({ books }: Library): readonly Book[] => books.filter((book) => book.shelf.startsWith(shelf));

  it('visit each row once, forward and backward, whatever the order, ties and empty cells', () =>
    fc.assert(
      fc.asyncProperty(
        libraries,
        orders,
        fc.integer({ min: 1, max: 5 }),
        systems,
        async (library, order, size, graph) => {
          const ask = open(graph, order, library);
          const all = sorted(mine(library), order);
          expect(await walk(ask, size, true)).toEqual(all);
          expect(await walk(ask, size, false)).toEqual(all);
        },
      ),
      { numRuns: 100 },
    ));

  it('between two places are the slice of the list that Relay says, with and without a count', () =>
    fc.assert(
      fc.asyncProperty(
        fc.record({
          library: libraries,
          order: orders,
          after: fc.option(fc.nat(13)),
          before: fc.option(fc.nat(13)),
          size: fc.nat(6),
          end: fc.constantFrom('first', 'last'),
          graph: systems,
        }),
        async ({ library, order, after, before, size, end, graph }) => {
          const ask = open(graph, order, library);
          const all = sorted(mine(library), order);
          const { edges } = await ask({ first: 100 });
          expect(edges.map(({ node }) => node.key)).toEqual(all);
          const from = after !== null && after < all.length ? after : null;
          const to = before !== null && before < all.length ? before : null;
          const between = all.slice(from === null ? 0 : from + 1, to === null ? all.length : Math.max(to, 0));
          const window = from !== null && to !== null && to <= from ? [] : between;
          const places = {
            ...(from === null ? {} : { after: edges[from]?.cursor }),
            ...(to === null ? {} : { before: edges[to]?.cursor }),
          };
          const expected =
            end === 'first' ? window.slice(0, size) : window.slice(Math.max(window.length - size, 0));
          for (const fields of [FIELDS, `totalCount ${FIELDS}`]) {
            const page = await ask({ [end]: size, ...places }, fields);
            expect(keysOf(page)).toEqual(expected);
            if (fields !== FIELDS) expect(page.totalCount).toBe(all.length);
            if (size === 0) continue;
            expect(page.pageInfo).toMatchObject({
              hasNextPage: end === 'first' ? window.length > size : to !== null,
              hasPreviousPage: end === 'last' ? window.length > size : from !== null,
            });
          }
        },
      ),
      { numRuns: 200 },
    ));
});

const BOOKS: readonly Book[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => ({
  id,
  title: id,
  pages: index,
  price: null,
  shelf: index < 4 ? 's1' : 's2',
}));

describe('what is asked of the owning system', () => {
  it('is the page and one row more, from its own end, not the whole list', async () => {
    const graph = graphOf(BOOKS, {});
    const page = await atRoot(graph, [{ column: 'title', direction: 'ASC' }])({ last: 2 }, 'nodes { key }');
    expect(keysOf(page)).toEqual(['e', 'f']);
    expect(graph.adapters['desk']?.requests.map(({ text }) => text)).toEqual([
      expect.stringMatching(/title desc.*id desc.*3/i),
    ]);
  });

  it('is one request for the last rows of all parents, without totalCount where nobody asks for it', async () => {
    const graph = graphOf(BOOKS, {});
    const { data } = await graph.run('{ shelves { nodes { books(last: 1) { nodes { key } } } } }');
    expect(data).toEqual({
      shelves: { nodes: [{ books: { nodes: [{ key: 'd' }] } }, { books: { nodes: [{ key: 'f' }] } }] },
    });
    expect(graph.adapters['desk']?.requests).toHaveLength(2);
  });
});

describe('what is refused', () => {
  const { run } = graphOf(BOOKS, {});
  it.each<[string, string, RegExp | null]>([
    ['first and last', 'first: 1, last: 1', /first and last are both given/],
    ['a negative last', 'last: -1', /last is -1; it is 0 to 10000\. Read further rows with before\./],
    ['a last over the bound', 'last: 10001', /last is 10001; it is 0 to 10000/],
    ['neither, by null', 'last: null', /last is null/],
    ['a null beside a number', 'first: null, last: 2', null],
    [
      'a made-up before',
      'last: 1, before: "x"',
      /not a cursor. Give `before` a cursor of an earlier page: its startCursor/,
    ],
  ])('%s', async (_, page, message) => {
    for (const query of [
      `{ books(${page}) { nodes { key } } }`,
      `{ shelves { nodes { books(${page}) { nodes { key } } } } }`,
    ]) {
      const { errors } = await run(query);
      if (message === null) expect(errors).toBeUndefined();
      else
        expect(errors?.[0]).toMatchObject({
          message: expect.stringMatching(message) as string,
          extensions: { code: 'BAD_USER_INPUT' },
        });
    }
  });

  it('a cursor of another order', async () => {
    const page = await atRoot(graphOf(BOOKS, {}), [{ column: 'title', direction: 'ASC' }])({ first: 1 });
    const { errors } = await run(
      `{ books(last: 1, before: ${JSON.stringify(page.pageInfo.endCursor)}) { nodes { key } } }`,
    );
    expect(errors?.[0]?.message).toMatch(/belongs to another order. Give `before`/);
  });
});
