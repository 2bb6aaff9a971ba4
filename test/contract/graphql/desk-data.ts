/** What the desk service holds. Made here by a plain rule, so that each run sees the same. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly city: string | null;
}

export interface Incident {
  readonly id: string;
  readonly title: string | null;
  readonly notes: string | null;
  readonly state: { readonly code: string; readonly name: string } | null;
  readonly severity: 'LOW' | 'HIGH' | null;
  readonly cost: string | null;
  readonly impact: number | null;
  readonly open: boolean | null;
  /** As the service writes it: with an offset. */
  readonly createdAt: string | null;
  readonly due: string | null;
  readonly tags: readonly string[];
  readonly extra: { readonly floor: number } | null;
  readonly reporterId: string | null;
}

export const people: readonly Person[] = Array.from({ length: 12 }, (_, n) => ({
  id: `P${String(n).padStart(2, '0')}`,
  name: `Person ${n}`,
  city: n % 3 === 0 ? null : `City ${n % 2}`,
}));

const STATES = [
  { code: 'new', name: 'New' },
  { code: 'work', name: 'In progress' },
  { code: 'done', name: 'Done' },
];
const TITLES = ["O'Brien", 'printer jams', 'Printer on fire', 'mail', '50 % off', 'Mail', 'a_b', 'äpfel'];

export const incidents: readonly Incident[] = Array.from({ length: 48 }, (_, n) => ({
  id: `I${String(n).padStart(3, '0')}`,
  title: n % 9 === 4 ? null : `${TITLES[n % TITLES.length]}${n % 5 === 0 ? '' : ` ${n % 4}`}`,
  notes: n % 4 === 1 ? null : `Line one\nabout "${TITLES[(n + 3) % TITLES.length]}"`,
  state: n % 7 === 3 ? null : (STATES[n % 3] ?? null),
  severity: n % 5 === 2 ? null : n % 2 === 0 ? 'LOW' : 'HIGH',
  cost: n % 6 === 5 ? null : `${(n * 37) % 101}.${n % 2 === 0 ? '5' : '25'}`,
  impact: n % 8 === 7 ? null : (n * 13) % 9,
  open: n % 10 === 9 ? null : n % 3 !== 0,
  createdAt: n % 11 === 6 ? null : `2026-03-${String((n % 28) + 1).padStart(2, '0')}T01:30:00+02:00`,
  due: n % 4 === 2 ? null : `2026-04-${String(((n * 5) % 28) + 1).padStart(2, '0')}`,
  tags: n % 3 === 0 ? [] : [`t${n % 4}`, 'all'],
  extra: n % 5 === 1 ? null : { floor: n % 4 },
  reporterId: n % 6 === 0 ? null : `P0${n % 7}`,
}));
