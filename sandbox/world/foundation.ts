import type { Domains } from './domains.ts';
import type { Draft } from './draft.ts';
import type { SnRecord } from './world.ts';
import { stamp } from './draft.ts';
import { DAY } from './moment.ts';
import { addStandardChanges } from './standard-changes.ts';
import { CITIES } from './vocabulary/companies.ts';

/** What records of the process tables point to. */
export interface Foundation {
  readonly locations: readonly string[];
  readonly products: readonly string[];
  readonly cis: readonly string[];
  readonly items: readonly CatalogItem[];
}

export interface CatalogItem {
  readonly id: string;
  readonly name: string;
  readonly price: string;
}

const PRODUCTS = [
  'Meridian Router R200',
  'Meridian Router R400',
  'Atlas Storage 12',
  'Orbit Phone',
  'Lumen Scanner',
  'Tide Shop Suite',
];
const CIS = [
  'mail-gw-01',
  'mail-gw-02',
  'vpn-ams-1',
  'vpn-fra-1',
  'shop-prod-db',
  'shop-prod-web',
  'billing-core',
  'sso-idp',
  'wh-scanner-hub',
  'san-eu-7',
  'telephony-acd',
  'edge-cdn-3',
];
const ITEMS: readonly (readonly [string, string])[] = [
  ['Replacement router', '139.99'],
  ['Additional storage 1 TB', '89.00'],
  ['New user access', '0.00'],
  ['Static IP address', '12.50'],
  ['On-site visit', '220.00'],
  ['Training day', '950.00'],
  ['VPN token', '24.90'],
  ['Data export on request', '0.00'],
];

/** Nobody can order it any more. */
const RETIRED_ITEM: readonly [string, string] = ['ISDN line', '79.00'];

/** Priority by impact and urgency, as the documentation of the data lookup prints it, in that order. */
export const PRIORITY_LOOKUP: readonly (readonly [impact: string, urgency: string, priority: string])[] = [
  ['1', '1', '1'],
  ['1', '2', '2'],
  ['1', '3', '3'],
  ['2', '1', '2'],
  ['2', '2', '3'],
  ['2', '3', '4'],
  ['3', '1', '3'],
  ['3', '2', '4'],
  ['3', '3', '5'],
];

export function addFoundation(draft: Draft, domains: Domains): Foundation {
  const created = draft.now - 880 * DAY;
  const add: Add = (table, rows) => {
    const makeId = draft.sysIds(table);
    return rows.map((columns, index) => {
      const record: SnRecord = { sys_id: makeId(index), ...columns };
      draft.table(table).push(stamp(record, created, 'system'));
      return record.sys_id;
    });
  };
  const places = CITIES.map((place) => ({ name: `${place.city}, ${place.country}`, ...place }));
  addLookups(draft, add, domains);
  return {
    locations: add('cmn_location', places),
    products: add('cmdb_model', PRODUCTS.map(product)),
    cis: add('cmdb_ci', CIS.map(configurationItem)),
    items: addItems(add),
  };
}

/** Adds rows and gives their sys_ids. */
export type Add = (table: string, rows: readonly Record<string, string>[]) => string[];

const GLOBAL = { sys_domain: 'global', sys_domain_path: '/' } as const;

function product(name: string): Record<string, string> {
  return { name, display_name: name, status: 'In Production', sys_class_name: 'cmdb_model' };
}

function configurationItem(name: string): Record<string, string> {
  return { name, sys_class_name: 'cmdb_ci', operational_status: '1', ...GLOBAL };
}

function addItems(add: Add): CatalogItem[] {
  const rows = [...ITEMS, RETIRED_ITEM].map(([name, price], index) => ({
    name,
    short_description: name,
    price,
    active: String(index < ITEMS.length),
    sys_class_name: 'sc_cat_item',
  }));
  const ids = add('sc_cat_item', rows);
  return ITEMS.map(([name, price], index) => ({ id: ids[index] ?? '', name, price }));
}

function addLookups(draft: Draft, add: Add, domains: Domains): void {
  const lookup = PRIORITY_LOOKUP.map(([impact, urgency, priority], index) => ({
    impact,
    urgency,
    priority,
    order: String((index + 1) * 100),
    active: 'true',
  }));
  add('dl_u_priority', lookup);
  addStandardChanges(draft, add);
  const companies = [domains.TOP, domains['TOP/ACME'], domains['TOP/ACME/EMEA'], domains['TOP/GLOBEX']];
  add(
    'core_company',
    companies.map(({ label, id, path }) => ({
      name: `${label} Company`,
      sys_class_name: 'core_company',
      sys_domain: id,
      sys_domain_path: path,
    })),
  );
}
