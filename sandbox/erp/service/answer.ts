import type { SandboxResponse } from '../../http/service.ts';
import type { EntitySet } from '../model/model.ts';
import type { OptionTexts } from '../query/option-text.ts';
import type { Query } from '../query/query.ts';
import type { Negotiated } from './negotiate.ts';
import type { Resource } from './path.ts';
import type { ErpStore } from './store.ts';
import { readQuery } from '../query/query.ts';
import { represent } from '../query/represent.ts';
import { runQuery } from '../query/run.ts';
import { badOption } from './odata-error.ts';

/** A GET of a resource, beyond what its path says. */
export interface Asked {
  readonly options: OptionTexts;
  readonly negotiated: Negotiated;
  /** Address of the service root, with a slash at its end. */
  readonly root: string;
  /** Path of the resource below the root, as it was asked for. */
  readonly path: string;
  /** Entities that the service gives at once. */
  readonly pageSize: number;
}

export function answerResource(resource: Resource, asked: Asked, store: ErpStore): SandboxResponse {
  switch (resource.is) {
    case 'nothing':
      return { status: 204 };
    case 'count':
      return countAnswer(resource, asked, store);
    case 'property':
      return propertyAnswer(resource, asked);
    case 'entity': {
      const query = readQuery(resource.set, onlyShaping(asked.options), store);
      const context = `${contextOf(resource.set, query)}/$entity`;
      const entity = represent(resource.record, query, store, asked.negotiated);
      return json({ ...contextEntry(asked, context), ...entity }, asked);
    }
    case 'collection':
      return collectionAnswer(resource, asked, store);
  }
}

function collectionAnswer(
  { set, records }: Extract<Resource, { is: 'collection' }>,
  asked: Asked,
  store: ErpStore,
): SandboxResponse {
  const query = readQuery(set, asked.options, store);
  const { maxPageSize } = asked.negotiated;
  const most = Math.min(asked.pageSize, maxPageSize ?? Number.POSITIVE_INFINITY);
  const { records: page, total, next } = runQuery(records, query, most);
  const body = {
    ...contextEntry(asked, contextOf(set, query)),
    ...(query.count ? { '@odata.count': total } : {}),
    value: page.map((record) => represent(record, query, store, asked.negotiated)),
    ...(next === null ? {} : { '@odata.nextLink': nextLink(asked, next) }),
  };
  const applied: Record<string, string> =
    maxPageSize === null ? {} : { 'Preference-Applied': `odata.maxpagesize=${maxPageSize}` };
  return json(body, asked, applied);
}

/** `$count` of a path gives the bare number; only a filter has a meaning beside it. */
function countAnswer(
  { set, records }: Extract<Resource, { is: 'count' }>,
  asked: Asked,
  store: ErpStore,
): SandboxResponse {
  const filter = asked.options.get('$filter');
  const query = readQuery(set, new Map(filter === undefined ? [] : [['$filter', filter]]), store);
  return {
    status: 200,
    headers: { 'Content-Type': 'text/plain', 'OData-Version': asked.negotiated.version },
    body: String(runQuery(records, query, 0).total),
  };
}

function propertyAnswer(
  { set, record, name }: Extract<Resource, { is: 'property' }>,
  asked: Asked,
): SandboxResponse {
  const value = record[name] ?? null;
  if (value === null) return { status: 204, headers: { 'OData-Version': asked.negotiated.version } };
  const decimal = set.properties.get(name)?.type === 'Edm.Decimal' && !asked.negotiated.exact;
  const context = `${set.name}('${encodeURIComponent(String(record[set.key]))}')/${name}`;
  return json({ ...contextEntry(asked, context), value: decimal ? Number(value) : value }, asked);
}

/** A single entity can be shaped, but there is nothing to filter, sort or cut. */
function onlyShaping(options: OptionTexts): OptionTexts {
  const odd = [...options.keys()].find((name) => !['$select', '$expand', '$format'].includes(name));
  if (odd !== undefined)
    throw badOption(odd, `The query option '${odd}' cannot be applied to a single entity.`);
  return options;
}

/** `Invoices(InvoiceNumber,Customer(Name))`: what the answer holds, where it is not everything. */
function contextOf(set: EntitySet, query: Query): string {
  const parts = partsOf(query);
  return parts === '' ? set.name : `${set.name}(${parts})`;
}

function partsOf({ select, expand }: Query): string {
  const expanded = expand.map(({ navigation, query }) => `${navigation.name}(${partsOf(query)})`);
  return [...(select ?? []), ...expanded].join(',');
}

function contextEntry({ negotiated, root }: Asked, fragment: string): Record<string, string> {
  return negotiated.metadata === 'none' ? {} : { '@odata.context': `${root}$metadata#${fragment}` };
}

function nextLink({ options, root, path }: Asked, token: string): string {
  const query = [...options]
    .filter(([name]) => name !== '$skiptoken')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${root}${path}?${[...query, `$skiptoken=${token}`].join('&')}`;
}

function json(body: unknown, { negotiated }: Asked, more: Record<string, string> = {}): SandboxResponse {
  const { metadata, version, exact } = negotiated;
  const type = `application/json;odata.metadata=${metadata}${exact ? ';IEEE754Compatible=true' : ''}`;
  return { status: 200, headers: { 'Content-Type': type, 'OData-Version': version, ...more }, body };
}
