import type { Parameter } from './parameters.ts';

interface Leaf {
  readonly path: string;
  readonly name: string;
  readonly type: string;
}

export interface Paging {
  /** The option `list.page`. */
  readonly page: Readonly<Record<string, unknown>>;
  /** Parameters that it uses. */
  readonly uses: readonly string[];
  /** What a person should look at; null where the guess is a safe one. */
  readonly note: string | null;
}

const flat = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
const SIZES = ['limit', 'pagesize', 'perpage', 'size', 'pagelimit', 'maxresults', 'count', 'top', 'rows'];
const OFFSETS = ['offset', 'skip', 'start', 'startat', 'startindex', 'from', 'pageoffset'];
const PAGES = ['page', 'pagenumber', 'pageno', 'pageindex', 'pageno'];
const CURSORS = [
  'cursor',
  'after',
  'pagetoken',
  'nexttoken',
  'nextcursor',
  'startingafter',
  'continuationtoken',
  'pagecursor',
  'pageafter',
];
const NEXTS = [
  'nextcursor',
  'nextpagetoken',
  'nexttoken',
  'after',
  'cursor',
  'continuationtoken',
  'nextpage',
  'endcursor',
  'next',
];
const TOTALS = [
  'total',
  'totalcount',
  'totalrecordcount',
  'totalresults',
  'totalitems',
  'totalelements',
  'recordcount',
];
const MORES = ['hasmore', 'hasnext', 'hasnextpage', 'more'];
const ROWS_PER_PAGE = 100;

/** How an answer comes in pages, as far as names tell. Wrong guesses show: a list that does not go on, or an error of the upstream. */
export function pagingOf(parameters: readonly Parameter[], leaves: readonly Leaf[]): Paging {
  const parameter = (names: readonly string[]) => parameters.find(({ name }) => names.includes(flat(name)));
  const leaf = (names: readonly string[], types: readonly string[]) =>
    leaves.find(({ name, type }) => names.includes(flat(name)) && types.includes(type))?.path;
  const size = parameter(SIZES);
  const total = leaf(TOTALS, ['integer', 'number']);
  const more = leaf(MORES, ['boolean']);
  const common = {
    ...(size === undefined
      ? {}
      : { size: Math.min(size.maximum ?? ROWS_PER_PAGE, ROWS_PER_PAGE), sizeParam: size.name }),
    ...(total === undefined ? {} : { total }),
  };
  const withMore = { ...common, ...(more === undefined ? {} : { more }) };
  const uses = (name: string): string[] => [name, ...(size === undefined ? [] : [size.name])];
  const cursor = parameter(CURSORS);
  const next = leaf(NEXTS, ['string']);
  if (cursor !== undefined && next !== undefined)
    return {
      page: { style: 'cursor', cursorParam: cursor.name, next, ...withMore },
      uses: uses(cursor.name),
      note: null,
    };
  const offset = parameter(OFFSETS);
  if (offset !== undefined)
    return {
      page: { style: 'offset', offsetParam: offset.name, ...withMore },
      uses: uses(offset.name),
      note: null,
    };
  const page = parameter(PAGES);
  if (page !== undefined) {
    const first = page.preset === 0 ? { first: 0 } : {};
    return {
      page: { style: 'page', pageParam: page.name, ...first, ...withMore },
      uses: uses(page.name),
      note: null,
    };
  }
  const note =
    size === undefined && cursor === undefined
      ? null
      : 'How the list comes in pages could not be told from the document: look at options.list.page.';
  return { page: { style: 'none', ...(total === undefined ? {} : { total }) }, uses: [], note };
}
