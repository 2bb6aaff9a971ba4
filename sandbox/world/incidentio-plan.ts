import type { Draft } from './draft.ts';
import type { IoCategory, IoIncident } from './incidentio-records.ts';
import type { SnRecord } from './world.ts';
import { DAY, HOUR } from './moment.ts';
import { OUTAGES, OUTAGE_SUMMARIES } from './vocabulary/outages.ts';

/** What one incident will be, before its JSON is written. */
export interface OutagePlan {
  readonly name: string;
  readonly summary: string | undefined;
  readonly category: IoCategory;
  readonly severity: 'Minor' | 'Major' | 'Critical' | undefined;
  readonly mode: IoIncident['mode'];
  readonly visibility: IoIncident['visibility'];
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly updated: number;
  /** The ServiceNow incident that it is forwarded to. */
  readonly link: SnRecord | undefined;
}

const LINKED_OPEN = 8;
const LINKED_OVER = 4;
const LINKED_WITHOUT_CASE = 2;

/** By the state of the ServiceNow incident, so that both sides agree from the start. */
const CATEGORY_OF_STATE: Readonly<Record<string, IoCategory>> = {
  '1': 'triage',
  '2': 'live',
  '3': 'paused',
  '6': 'learning',
  '7': 'closed',
  '8': 'canceled',
};
const SEVERITY_OF_PRIORITY: Readonly<Record<string, OutagePlan['severity']>> = {
  '1': 'Critical',
  '2': 'Major',
};

/** Oldest first: some that ServiceNow knows, most of them through a case, and one for each outage of the vocabulary. */
export function planOutages(draft: Draft): readonly OutagePlan[] {
  const random = draft.random('incidentio');
  const linked = chooseLinked(draft).map((incident): OutagePlan => {
    const opened = fromSnTime(incident['opened_at']);
    return {
      name: incident['short_description'] ?? '',
      summary: random.chance(0.8) ? random.pick(OUTAGE_SUMMARIES) : undefined,
      category: CATEGORY_OF_STATE[incident['state'] ?? ''] ?? 'live',
      severity: SEVERITY_OF_PRIORITY[incident['priority'] ?? ''] ?? 'Minor',
      mode: 'standard',
      visibility: 'public',
      created: opened - random.between(5, 40) * 60_000,
      updated: Math.max(opened, fromSnTime(incident['sys_updated_on'])),
      link: incident,
    };
  });
  const alone = OUTAGES.map((name, index): OutagePlan => {
    const created = draft.now - random.between(2, 120) * DAY - random.between(0, 23) * HOUR;
    return {
      name,
      summary: random.chance(0.6) ? random.pick(OUTAGE_SUMMARIES) : undefined,
      ...(SORTS[index] ?? USUAL),
      created,
      updated: created + random.between(1, 40) * HOUR,
      link: undefined,
    };
  });
  return [...linked, ...alone].sort((a, b) => a.created - b.created);
}

type Sort = Pick<OutagePlan, 'category' | 'severity' | 'mode' | 'visibility'>;

const USUAL: Sort = { category: 'live', severity: 'Major', mode: 'standard', visibility: 'public' };

/** One for each outage of the vocabulary, in its order: every category, every mode, and two private ones. */
const SORTS: readonly Sort[] = [
  { ...USUAL, severity: 'Critical' },
  { ...USUAL, category: 'learning' },
  { ...USUAL, category: 'triage', severity: undefined },
  { ...USUAL, category: 'closed', severity: 'Minor' },
  { ...USUAL, category: 'closed', mode: 'retrospective' },
  { ...USUAL, category: 'paused', severity: 'Minor' },
  { ...USUAL, category: 'merged' },
  { ...USUAL, category: 'declined', severity: undefined },
  { ...USUAL, visibility: 'private', severity: 'Critical' },
  { ...USUAL, mode: 'test' },
  { ...USUAL, category: 'canceled', mode: 'tutorial' },
  { ...USUAL, category: 'learning', visibility: 'private' },
];

/**
 * Every second incident that a case refers to, in the order of the cases, until there are enough of open and of ended ones;
 * then some that no case knows. Those between are left to the other incident tool.
 */
function chooseLinked(draft: Draft): readonly SnRecord[] {
  const incidents = draft.table('incident').filter((row) => row['correlation_id'] === '');
  const byId = new Map(incidents.map((row) => [row.sys_id, row]));
  const ofCases = new Set(draft.table('sn_customerservice_case').map((row) => row['incident'] ?? ''));
  const known = [...ofCases].map((id) => byId.get(id)).filter((row) => row !== undefined);
  const over = (row: SnRecord): boolean => row['state'] === '7' || row['state'] === '8';
  return [
    ...everySecond(known.filter((row) => !over(row))).slice(0, LINKED_OPEN),
    ...everySecond(known.filter(over)).slice(0, LINKED_OVER),
    ...incidents.filter((row) => !ofCases.has(row.sys_id)).slice(0, LINKED_WITHOUT_CASE),
  ];
}

function everySecond<T>(list: readonly T[]): readonly T[] {
  return list.filter((_, index) => index % 2 === 0);
}

function fromSnTime(text: string | undefined): number {
  return Date.parse(`${(text ?? '').replace(' ', 'T')}Z`);
}
