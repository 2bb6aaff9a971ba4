import type { BoundTable } from '../../../src/contract/index.ts';
import type { Service } from '../service.ts';

/** The parts of one request for rows of an entity set, each composed already and not yet encoded. */
export interface Query {
  readonly select: readonly string[];
  readonly expand: readonly string[];
  /** Conditions that must all hold; each can stand beside `and`. */
  readonly where: readonly string[];
  readonly orderBy: string;
  readonly top: number | null;
  readonly skip: number;
  readonly count: boolean;
}

/** Option names are ours; each value is encoded as a whole, so that nothing inside it can end it. */
export function targetOf(service: Service, table: BoundTable, query: Query): string {
  const options = optionsOf(service, query)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${service.root}/${encodeURIComponent(table.object)}?${options.join('&')}`;
}

/** The same options inside the brackets of an `$expand`, not yet encoded. */
export function innerOf(service: Service, query: Query): string {
  return optionsOf(service, query)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

/** The same for people: without encoding. */
export function textOf(service: Service, table: BoundTable, query: Query): string {
  const options = optionsOf(service, query).filter(([, value]) => value !== '');
  return `${table.object}?${options.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

function optionsOf(service: Service, query: Query): readonly (readonly [string, string])[] {
  const { select, expand, where, orderBy, top, skip, count } = query;
  return [
    ['$select', select.join(',')],
    ['$expand', expand.join(',')],
    ['$filter', where.join(' and ')],
    ['$orderby', orderBy],
    ['$top', top === null ? '' : String(top)],
    ['$skip', skip === 0 ? '' : String(skip)],
    service.version === 4 ? ['$count', count ? 'true' : ''] : ['$inlinecount', count ? 'allpages' : ''],
  ];
}

/** Targets are ASCII once encoded, so their length is their size in bytes. */
export function fits(service: Service, target: string): boolean {
  return target.length <= service.targetBytes;
}
