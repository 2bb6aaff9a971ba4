import type { MemoryOptions, MemoryRecord } from '../../../adapters/memory/index.ts';
import { memoryGraph, type MemoryGraph } from '../../harness/memory-graph.ts';

/** Tables made for the matrix: every kind of rule, over three sources. Columns of different tables have different names. */
const TABLES = `
type Deal
  @table(label: "Deal", plural: "deals")
  @source(connection: "crm", object: "deal", where: { listed: { eq: true } })
  @source(connection: "acme", object: "deal", domain: "TOP/ACME", columns: { amount: "amount_eur" })
  @source(connection: "emea", object: "deal", domain: "TOP/ACME/EMEA", columns: { margin: null })
  @cache(ttl: 300)
  @access(kinds: [AGENT], read: ["boss"])
  @access(kinds: [AGENT], read: ["agent"], where: { confidential: { ne: true } })
  @access(kinds: [CONTACT], where: { customer: { eq: { viewer: "account" } } })
  @denyUnless(where: { frozen: { ne: true } }) {
  id: ID! @key(column: "id")
  code: String @column(name: "code", unique: true)
  name: String @column(name: "name")
  stage: Choice @column(name: "stage")
  amount: String @column(name: "amount") @access(read: ["boss"]) @access(read: ["agent"], where: { closed: { eq: true } })
  margin: String @column(name: "margin") @access(read: ["boss"], adminOverrides: false)
  note: String @column(name: "note") @denyUnless(kinds: [AGENT])
  priced: URL @url(template: "https://crm.example/{code}/{amount}")
  listed: Boolean @column(name: "listed") @access(read: ["nobody"], adminOverrides: false)
  confidential: Boolean @column(name: "confidential") @access(read: ["nobody"], adminOverrides: false)
  frozen: Boolean @column(name: "frozen") @access(read: ["nobody"], adminOverrides: false)
  closed: Boolean @column(name: "closed") @access(read: ["nobody"], adminOverrides: false)
  customer: ID @column(name: "customer") @access(read: ["nobody"], adminOverrides: false)
}
type Ticket
  @table(label: "Ticket", plural: "tickets")
  @source(connection: "desk", object: "ticket")
  @separated(column: "domain")
  @cache(ttl: 300)
  @access(kinds: [AGENT], read: ["agent", "boss"])
  @access(kinds: [CONTACT], where: { reporter: { eq: { viewer: "account" } } }) {
  id: ID! @key(column: "id")
  code: String @column(name: "code", unique: true)
  title: String @column(name: "title")
  inner: String @column(name: "inner") @denyUnless(roles: ["boss"]) @access(kinds: [AGENT])
  plan: String @column(name: "plan") @access(where: { reporter: { in: ["a1"] } })
  reporter: ID @column(name: "reporter") @access(read: ["nobody"], adminOverrides: false)
}
type Quota
  @table(label: "Quota", plural: "quotas")
  @source(connection: "globex", object: "quota", domain: "TOP/GLOBEX")
  @cache(ttl: 300)
  @access(kinds: [AGENT, CONTACT], read: ["agent", "boss", "customer"]) {
  id: ID! @key(column: "id")
  code: String @column(name: "code", unique: true)
  goal: String @column(name: "goal")
  bonus: String @column(name: "bonus") @access(read: ["boss"])
}
"Everybody may read it; it refers to one row each."
type Log
  @table(label: "Log", plural: "logs")
  @source(connection: "crm", object: "log")
  @cache(ttl: 300)
  @access(kinds: [AGENT, CONTACT, CONSUMER]) {
  id: ID! @key(column: "id")
  code: String @column(name: "code")
  about: String @column(name: "about")
  deal: Deal @reference(column: "deal")
  ticket: Ticket @reference(column: "ticket")
  quota: Quota @reference(column: "quota")
}
"Everybody may read it; every row of the others belongs to it."
type Hub
  @table(label: "Hub", plural: "hubs")
  @source(connection: "crm", object: "hub")
  @cache(ttl: 300)
  @access(kinds: [AGENT, CONTACT, CONSUMER]) {
  id: ID! @key(column: "id")
  deals: DealConnection @related(column: "hub")
  tickets: TicketConnection @related(column: "hub")
  quotas: QuotaConnection @related(column: "hub")
}
`;

/** Rows of the deal tables, alike in all three sources but for their values. */
const DEALS: readonly MemoryRecord[] = [
  { id: 'd1', closed: true, customer: 'a1', listed: true },
  { id: 'd2', closed: false, customer: 'a1', listed: true },
  { id: 'd3', closed: true, customer: 'a2', listed: true, confidential: true },
  { id: 'd4', closed: true, customer: 'a1', listed: true, frozen: true },
  { id: 'd5', closed: false, customer: 'a2', listed: false },
];
const TICKETS: readonly MemoryRecord[] = [
  { id: 't1', domain: 'global', reporter: 'a2' },
  { id: 't2', domain: 'acme', reporter: 'a1' },
  { id: 't3', domain: 'emea', reporter: 'a2' },
  { id: 't4', domain: 'globex', reporter: 'a1' },
  { id: 't5', domain: 'top', reporter: 'a1' },
];
const QUOTAS: readonly MemoryRecord[] = [{ id: 'q1' }, { id: 'q2' }];

const DOMAINS = [
  { path: 'TOP', id: 'top' },
  { path: 'TOP/ACME', id: 'acme' },
  { path: 'TOP/ACME/EMEA', id: 'emea' },
  { path: 'TOP/GLOBEX', id: 'globex' },
];

/** Every value names its source, row and column, so that an answer shows where each came from. */
export const valueOf = (source: string, row: string, column: string): string => `${source}.${row}.${column}`;

const keyOf = ({ id }: MemoryRecord): string => (typeof id === 'string' ? id : '');

function filled(source: string, rows: readonly MemoryRecord[], ...columns: string[]): MemoryRecord[] {
  return rows.map((row) => {
    const id = keyOf(row);
    const values = columns.map((column) => {
      const value = valueOf(source, id, column.replace('_eur', ''));
      return [column, column === 'stage' ? { value, label: value } : value];
    });
    return { ...row, ...(Object.fromEntries(values) as MemoryRecord), code: id, hub: 'h1' };
  });
}

const logs = (about: string, rows: readonly MemoryRecord[]): MemoryRecord[] =>
  rows.map(keyOf).map((id) => ({ id: `l${id}`, code: id, about, [about]: id }));

/** Who filters, sorts and joins: the owning systems, or the gateway. */
export const SYSTEMS: Readonly<Record<string, MemoryOptions>> = {
  'the owning systems': {},
  'the gateway': { pushdown: 'none', ordered: false, joins: 0, count: false, limitPerKey: false },
};

export function matrixGraph(options: MemoryOptions): MemoryGraph {
  const records = {
    crm: {
      deal: filled('crm', DEALS, 'name', 'stage', 'amount', 'margin', 'note'),
      log: [...logs('deal', DEALS), ...logs('ticket', TICKETS), ...logs('quota', QUOTAS)],
      hub: [{ id: 'h1' }],
    },
    acme: { deal: filled('acme', DEALS, 'name', 'stage', 'amount_eur', 'margin', 'note') },
    emea: { deal: filled('emea', DEALS, 'name', 'stage', 'amount', 'note') },
    desk: { ticket: filled('desk', TICKETS, 'title', 'inner', 'plan') },
    globex: { quota: filled('globex', QUOTAS, 'goal', 'bonus') },
  };
  const adapters = Object.fromEntries(Object.keys(records).map((connection) => [connection, options]));
  return memoryGraph({ tables: TABLES, records, adapters, domains: DOMAINS });
}
