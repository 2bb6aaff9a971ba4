/** One case of the example query's answer. */
export interface DemoCase {
  readonly number: string;
  readonly shortDescription: string | null;
  readonly state: { readonly label: string } | null;
  readonly account: {
    readonly name: string | null;
    readonly opportunities: {
      readonly nodes: readonly { readonly name: string; readonly amount: string | null }[];
    } | null;
  } | null;
  readonly incident: { readonly number: string } | null;
  readonly problem: { readonly number: string } | null;
  readonly changeRequest: { readonly number: string } | null;
}

const COLUMNS: readonly (readonly [title: string, width: number, value: (row: DemoCase) => string])[] = [
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
    ({ account }) =>
      (account?.opportunities?.nodes ?? []).map(({ amount, name }) => `${amount ?? '?'} ${name}`).join('; '),
  ],
];

const SHOWN = 25;

/** The answer as a table for a terminal. */
export function demoTable(rows: readonly DemoCase[]): string {
  const line = (values: readonly string[]): string =>
    `${values
      .map((value, index) => fit(value, COLUMNS[index]?.[1] ?? 10))
      .join('  ')
      .trimEnd()}\n`;
  const head = line(COLUMNS.map(([title]) => title)) + line(COLUMNS.map(([, width]) => '-'.repeat(width)));
  const body = rows.slice(0, SHOWN).map((row) => line(COLUMNS.map(([, , value]) => value(row))));
  const rest = rows.length > SHOWN ? `… and ${rows.length - SHOWN} more cases\n` : '';
  return head + body.join('') + rest;
}

function fit(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}
