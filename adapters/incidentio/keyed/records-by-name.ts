import { CasegraphError, inParallel } from '../../../src/contract/index.ts';
import type { About, Call } from '../../../src/contract/index.ts';
import type { ListPage, Parameter } from '../ask.ts';
import { askOne, askPage } from '../ask.ts';
import { dayOf } from '../filter/days.ts';
import type { ApiObject } from '../objects.ts';
import { isId, LARGEST_PAGE, madeAt } from '../objects.ts';
import { searching } from '../plan.ts';

export interface Asking {
  readonly call: Call;
  readonly about: About;
  readonly object: ApiObject;
  /** What a record is recognised by; null: it has nothing of the kind. */
  readonly recognise: (record: object) => string | null;
}

/** `canonical`: what the record is recognised by; `name`: what the API finds it by. */
export interface Name {
  readonly canonical: string;
  readonly name: string;
}

export interface NamedRecords {
  /** By what they are recognised by; what is not there is absent. */
  readonly records: ReadonlyMap<string, object>;
  /** Of requests for a single record that failed. */
  readonly errors: ReadonlyMap<string, CasegraphError>;
  readonly instance: string | null;
}

/** So few are asked for one by one, side by side: that takes one round trip. */
const FEW = 4;
/** Requests that one batch has under way at a time: the API's limit is one of requests in a minute. */
const SIDE_BY_SIDE = 6;
const DAY = 86_400_000;

/**
 * Records by their ids, or incidents by their numbers. There is no request for several of them. So, where they are more than a few, pages of the list are
 * read from the newest on, as long as the rest of the list is fewer requests than the rest of the records; what is not in them is asked for one by one.
 */
export async function recordsByName(asking: Asking, names: readonly Name[]): Promise<NamedRecords> {
  if (names.length <= FEW) return singly(asking, names);
  const parameters = listParameters(asking.object, names);
  const left = new Map(names.map((name) => [name.canonical, name]));
  const records = new Map<string, object>();
  let page: ListPage | null = null;
  for (let pages = 0; pages === 0 || isWorthMore(page, pages, left.size); pages += 1) {
    page = await askPage(asking.call, asking.about, asking.object, parameters, page?.after);
    for (const record of page.records) {
      const found = asking.recognise(record);
      if (found !== null && left.delete(found)) records.set(found, record);
    }
  }
  const rest = await singly(asking, [...left.values()]);
  return {
    records: new Map([...records, ...rest.records]),
    errors: rest.errors,
    instance: page?.instance ?? rest.instance,
  };
}

/** `left`: records that are not found yet. */
function isWorthMore(page: ListPage | null, pages: number, left: number): boolean {
  if (page === null || page.after === null || left === 0) return false;
  const rest = page.total === null ? Number.POSITIVE_INFINITY : page.total - pages * LARGEST_PAGE;
  return Math.ceil(rest / LARGEST_PAGE) < left;
}

/** Ids say when they were made, so that only the days between the oldest and the newest need be looked at, and one more at either side. */
function listParameters({ searchable }: ApiObject, names: readonly Name[]): readonly Parameter[] {
  if (searchable !== true) return [];
  const moments = names.flatMap(({ name }) => (isId(name) ? [madeAt(name)] : []));
  const [oldest, newest] = [Math.min(...moments), Math.max(...moments)];
  const days: readonly Parameter[] =
    moments.length < names.length || newest > Date.UTC(9998, 0)
      ? []
      : [
          ['created_at[gte]', dayOf(oldest - DAY)],
          ['created_at[lte]', dayOf(newest + 2 * DAY)],
        ];
  return [...searching(days, 'desc'), ['page_size', String(LARGEST_PAGE)]];
}

async function singly(asking: Asking, names: readonly Name[]): Promise<NamedRecords> {
  const { call, about, object, recognise } = asking;
  const records = new Map<string, object>();
  const { byKey, instance } = await inParallel(
    names.map((name) => [name]),
    async ([asked]) => {
      const answer = await askOne(call, about, object, asked?.name ?? '');
      // The same request finds incidents by another of their names: what is known by another one is not what was asked for.
      if (answer.record !== null && asked !== undefined && recognise(answer.record) === asked.canonical)
        records.set(asked.canonical, answer.record);
      return { byKey: new Map(), instance: answer.instance };
    },
    SIDE_BY_SIDE,
  );
  const errors = [...byKey].flatMap(([name, error]) =>
    error instanceof CasegraphError ? [[name, error] as const] : [],
  );
  return { records, errors: new Map(errors), instance };
}
