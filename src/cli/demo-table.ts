/** One case of the example query's answer. */
export interface DemoCase {
  readonly number: string;
  readonly shortDescription: string | null;
  readonly state: { readonly label: string } | null;
  readonly account: {
    readonly name: string | null;
    readonly opportunities: Nodes<{ readonly name: string; readonly amount: string | null }>;
  } | null;
  readonly incident: { readonly number: string } | null;
  readonly problem: { readonly number: string } | null;
  readonly changeRequest: { readonly number: string } | null;
}

/** One case of the answer over all systems. */
export interface DemoView {
  readonly number: string;
  readonly account: {
    readonly name: string | null;
    readonly opportunities: Nodes<unknown>;
    readonly salesContacts: Nodes<{ readonly name: string }>;
    readonly orders: Nodes<{ readonly number: string }>;
    readonly invoices: Nodes<{
      readonly number: string;
      readonly openAmount: string;
      readonly currency: string;
      readonly overdue: boolean;
    }>;
    readonly shipments: Nodes<{ readonly carrier: string; readonly status: { readonly value: string } }>;
  } | null;
}

type Nodes<Row> = { readonly nodes: readonly Row[] } | null;
type Columns<Row> = readonly (readonly [title: string, width: number, value: (row: Row) => string])[];

export const CASE_COLUMNS: Columns<DemoCase> = [
  ['Case', 9, ({ number }) => number],
  ['State', 13, ({ state }) => state?.label ?? ''],
  ['About', 34, ({ shortDescription }) => shortDescription ?? ''],
  ['Account', 24, ({ account }) => account?.name ?? ''],
  ['Incident', 10, ({ incident }) => incident?.number ?? ''],
  ['Problem', 10, ({ problem }) => problem?.number ?? ''],
  ['Change', 10, ({ changeRequest }) => changeRequest?.number ?? ''],
  [
    'Open opportunities',
    44,
    ({ account }) => list(account?.opportunities, ({ amount, name }) => `${amount ?? '?'} ${name}`),
  ],
];

export const VIEW_COLUMNS: Columns<DemoView> = [
  ['Case', 9, ({ number }) => number],
  ['Account', 24, ({ account }) => account?.name ?? ''],
  ['Deals', 5, ({ account }) => String(account?.opportunities?.nodes.length ?? '')],
  ['Contacts of sales', 32, ({ account }) => list(account?.salesContacts, ({ name }) => name)],
  ['Orders', 28, ({ account }) => list(account?.orders, ({ number }) => number)],
  [
    'Open invoices (* overdue)',
    46,
    ({ account }) =>
      list(
        account?.invoices,
        ({ openAmount, currency, overdue }) => `${openAmount} ${currency}${overdue ? '*' : ''}`,
      ),
  ],
  [
    'Shipments',
    48,
    ({ account }) => list(account?.shipments, ({ carrier, status }) => `${carrier} ${status.value}`),
  ],
];

const SHOWN = 25;

/** The answer as a table for a terminal. */
export function demoTable<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const line = (values: readonly string[]): string =>
    `${values
      .map((value, index) => fit(value, columns[index]?.[1] ?? 10))
      .join('  ')
      .trimEnd()}\n`;
  const head = line(columns.map(([title]) => title)) + line(columns.map(([, width]) => '-'.repeat(width)));
  const body = rows.slice(0, SHOWN).map((row) => line(columns.map(([, , value]) => value(row))));
  const rest = rows.length > SHOWN ? `… and ${rows.length - SHOWN} more cases\n` : '';
  return head + body.join('') + rest;
}

function list<Row>(rows: Nodes<Row> | undefined, text: (row: Row) => string): string {
  return (rows?.nodes ?? []).map(text).join('; ');
}

function fit(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}
