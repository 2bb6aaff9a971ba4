import type { Kind } from './upstream.ts';
import { KINDS } from './upstream.ts';

const OPTIONS: Partial<Record<Kind, string>> = {
  rest: `options: {
    list: { path: "/things", rows: "data", page: { style: "link", next: "next" }, filters: { account: { in: "account" }, id: { in: "id" } } }
  }`,
  odata: `options: { paging: "server" }`,
  graphql: `options: {
    list: {
      field: "things", rows: "nodes", page: { style: "relay", size: 50 }
      filter: { style: "nested", argument: "where", type: "Where", columns: { id: { in: "in" }, account: { in: "in" } } }
    }
  }`,
};

/** Columns in the order: key, name, whole number, decimal, account. */
const COLUMNS: Readonly<Record<Kind, readonly [object: string, ...columns: string[]]>> = {
  servicenow: ['u_thing', 'sys_id', 'u_name', 'u_count', 'u_amount', 'u_account'],
  salesforce: ['Thing__c', 'Id', 'Name', 'Count__c', 'Amount__c', 'Account__c'],
  odata: ['Things', 'id', 'name', 'count', 'amount', 'account'],
  rest: ['things', 'id', 'name', 'count', 'amount', 'account'],
  graphql: ['Thing', 'id', 'name', 'count', 'amount', 'account'],
};

export const connectionOf = (kind: Kind): string => `hostile-${kind}`;
const typeOf = (kind: Kind): string => `Thing${kind[0]?.toUpperCase()}${kind.slice(1)}`;
/** The root field that lists the things of a kind. */
export const listOf = (kind: Kind): string => `${kind}Things`;

/** The same table five times, in each kind of system; accounts lead to each of them. */
export function declarations(): string {
  return KINDS.map((kind) => {
    const [object, id, name, count, amount, account] = COLUMNS[kind];
    const json =
      kind === 'rest' || kind === 'odata' || kind === 'graphql'
        ? '"More." more: JSON @column(name: "more")'
        : '';
    return `"A thing."
type ${typeOf(kind)} @table(label: "Thing", plural: "${listOf(kind)}")
  @source(connection: "${connectionOf(kind)}", object: "${object}" ${OPTIONS[kind] ?? ''})
  @access(kinds: [AGENT]) {
  "Global id." id: ID! @key(column: "${id}")
  "Name." name: String @column(name: "${name}")
  "Number." count: Int @column(name: "${count}")
  "Sum." amount: Decimal @column(name: "${amount}")
  "Whose." account: String @column(name: "${account}")
  ${json}
}
extend type Account { "Things." ${listOf(kind)}: ${typeOf(kind)}Connection @related(column: "${account}", from: "number") }`;
  }).join('\n');
}
