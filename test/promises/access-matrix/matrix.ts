import type { Viewer } from '../../../src/access/viewer.ts';
import { AGENT } from '../../harness/memory-graph.ts';

type Part = Partial<Omit<Viewer, 'roles'>> & { readonly roles: readonly string[] };
const viewer = ({ roles, ...rest }: Part): Viewer => ({ ...AGENT, ...rest, roles: new Set(roles) });

/** Who asks. */
export const PERSONAS = {
  boss: viewer({ subject: 'bo', roles: ['agent', 'boss'], domain: 'TOP/ACME' }),
  agent: viewer({ subject: 'ada', roles: ['agent'], domain: 'TOP/ACME' }),
  admin: viewer({ subject: 'adam', roles: ['admin'], domain: 'TOP/ACME' }),
  'emea-boss': viewer({ subject: 'elin', roles: ['agent', 'boss'], domain: 'TOP/ACME/EMEA' }),
  'emea-agent': viewer({ subject: 'eva', roles: ['agent'], domain: 'TOP/ACME/EMEA' }),
  rival: viewer({ subject: 'ray', roles: ['agent', 'boss'], domain: 'TOP/GLOBEX' }),
  'rival-agent': viewer({ subject: 'rita', roles: ['agent'], domain: 'TOP/GLOBEX' }),
  provider: viewer({ subject: 'pia', roles: ['agent', 'boss'], domain: 'TOP' }),
  guest: viewer({ subject: 'gus', roles: ['agent'], domain: 'TOP/GLOBEX', domains: ['TOP/ACME/EMEA'] }),
  contact: viewer({
    subject: 'kim',
    kind: 'contact',
    roles: ['customer'],
    domain: 'TOP/ACME',
    account: 'a1',
  }),
  other: viewer({
    subject: 'lou',
    kind: 'contact',
    roles: ['customer'],
    domain: 'TOP/GLOBEX',
    account: 'a2',
  }),
  stranger: viewer({ subject: 'sam', kind: 'contact', roles: [], domain: 'TOP/ACME' }),
  consumer: viewer({ subject: 'cy', kind: 'consumer', roles: ['customer'], domain: 'TOP/ACME' }),
  nobody: viewer({ subject: 'nan', roles: [], domain: 'TOP/ACME' }),
} satisfies Record<string, Viewer>;
export type PersonaName = keyof typeof PERSONAS;

/**
 * What each may see, written down by hand.
 *
 * `source` is where the rows come from, and `rows` those that exist for the persona; `-` where the table is closed. Under a column stand the rows that show
 * it: `all` of them, only some, `-` none (the column is closed), or `empty` where the rows of the source have no such column.
 */
const MATRIX = {
  Deal: `
    persona      domain          source  rows            name   stage  amount          margin  note
    boss         TOP/ACME        acme    d1 d2 d3 d5     all    all    all             all     all
    agent        TOP/ACME        acme    d1 d2 d5        all    all    d1              -       all
    admin        TOP/ACME        acme    d1 d2 d3 d5     all    all    all             -       all
    emea-boss    TOP/ACME/EMEA   emea    d1 d2 d3 d5     all    all    all             empty   all
    emea-agent   TOP/ACME/EMEA   emea    d1 d2 d5        all    all    d1              -       all
    rival        TOP/GLOBEX      crm     d1 d2 d3        all    all    all             all     all
    rival-agent  TOP/GLOBEX      crm     d1 d2           all    all    d1              -       all
    provider     TOP             acme    d1 d2 d3 d5     all    all    all             all     all
    guest        TOP/GLOBEX      emea    d1 d2 d5        all    all    d1              -       all
    contact      TOP/ACME        acme    d1 d2           all    all    -               -       -
    other        TOP/GLOBEX      crm     d3              all    all    -               -       -
    stranger     TOP/ACME        -       -               -      -      -               -       -
    consumer     TOP/ACME        -       -               -      -      -               -       -
    nobody       TOP/ACME        -       -               -      -      -               -       -
  `,
  Ticket: `
    persona      domain          source  rows            title  inner  plan
    boss         TOP/ACME        desk    t1 t2 t3        all    all    t2
    agent        TOP/ACME        desk    t1 t2 t3        all    -      t2
    admin        TOP/ACME        desk    t1 t2 t3        all    all    t2
    emea-boss    TOP/ACME/EMEA   desk    t1 t3           all    all    none
    emea-agent   TOP/ACME/EMEA   desk    t1 t3           all    -      none
    rival        TOP/GLOBEX      desk    t1 t4           all    all    t4
    rival-agent  TOP/GLOBEX      desk    t1 t4           all    -      t4
    provider     TOP             desk    t1 t2 t3 t4 t5  all    all    t2 t4 t5
    guest        TOP/GLOBEX      desk    t1 t3 t4        all    -      t4
    contact      TOP/ACME        desk    t2              all    -      t2
    other        TOP/GLOBEX      desk    t1              all    -      none
    stranger     TOP/ACME        -       -               -      -      -
    consumer     TOP/ACME        -       -               -      -      -
    nobody       TOP/ACME        -       -               -      -      -
  `,
  Quota: `
    persona      domain          source  rows            goal   bonus
    boss         TOP/ACME        -       -               -      -
    agent        TOP/ACME        -       -               -      -
    admin        TOP/ACME        -       -               -      -
    emea-boss    TOP/ACME/EMEA   -       -               -      -
    emea-agent   TOP/ACME/EMEA   -       -               -      -
    rival        TOP/GLOBEX      globex  q1 q2           all    all
    rival-agent  TOP/GLOBEX      globex  q1 q2           all    -
    provider     TOP             globex  q1 q2           all    all
    guest        TOP/GLOBEX      globex  q1 q2           all    -
    contact      TOP/ACME        -       -               -      -
    other        TOP/GLOBEX      globex  q1 q2           all    -
    stranger     TOP/ACME        -       -               -      -
    consumer     TOP/ACME        -       -               -      -
    nobody       TOP/ACME        -       -               -      -
  `,
} as const;
export type TableName = keyof typeof MATRIX;

/** One cell of the matrix: what a persona may see of a column. */
export interface Cell {
  readonly persona: PersonaName;
  readonly table: TableName;
  readonly column: string;
  /** `null`: the table is closed. */
  readonly source: string | null;
  readonly rows: readonly string[];
  /** Rows that show the column; `null`: it is closed. */
  readonly shown: readonly string[] | null;
  /** The rows have no such column: it is open and empty. */
  readonly empty: boolean;
}

/** The matrix as cells. Columns are separated by two blanks. */
export const CELLS: readonly Cell[] = Object.entries(MATRIX).flatMap(([table, text]) => {
  const [head = [], ...lines] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/));
  return lines.flatMap((line) => {
    const [persona = '', domain, source, rows = ''] = line;
    const who = persona as PersonaName;
    if (PERSONAS[who].domain !== domain) throw new Error(`${persona} is not at home in ${domain}`);
    const visible = rows === '-' ? [] : rows.split(' ');
    return head.slice(4).map((column, index) => ({
      persona: who,
      table: table as TableName,
      column,
      source: source === '-' ? null : (source ?? ''),
      rows: visible,
      ...shownIn(visible, line[index + 4] ?? ''),
    }));
  });
});

function shownIn(rows: readonly string[], entry: string): Pick<Cell, 'shown' | 'empty'> {
  if (entry === '-') return { shown: null, empty: false };
  if (entry === 'all') return { shown: rows, empty: false };
  if (entry === 'empty') return { shown: rows, empty: true };
  return { shown: entry === 'none' ? [] : entry.split(' '), empty: false };
}
