import { readFileSync } from 'node:fs';

/** An incident as incident.io sends it; members that tests look at. */
export interface Incident {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly summary?: string;
  readonly created_at: string;
  readonly permalink: string;
  readonly has_debrief: boolean;
  readonly workload_minutes_total?: number;
  readonly postmortem_document_ids: readonly string[];
  readonly incident_status: { readonly id: string; readonly name: string; readonly category: string };
  readonly severity: { readonly id: string; readonly name: string; readonly rank: number } | null;
  readonly incident_role_assignments: readonly { readonly assignee: { readonly name: string } | null }[];
  readonly duration_metrics: readonly { readonly value_seconds: number }[];
}

const EXAMPLE = JSON.parse(
  readFileSync(new URL('./incident-example.json', import.meta.url), 'utf8'),
) as Incident;
const CATEGORIES = ['triage', 'live', 'learning', 'closed', 'paused'];
const SEVERITIES = ['Minor', 'Major', 'Critical'];
const NAMES = [
  'Our database is sad',
  'Login "slow"',
  'ÄÖÜ & ß',
  'Queue, then nothing',
  '50 % of requests fail',
];

function idOf(kind: string, number: number): string {
  return `01FD${kind}${String(number).padStart(26 - 4 - kind.length, '0')}`;
}

/** 40 incidents: some without severity, summary, lead or workload; some made at the same moment. */
export const INCIDENTS: readonly Incident[] = Array.from({ length: 40 }, (_, n) => {
  const category = CATEGORIES[n % CATEGORIES.length] ?? '';
  const rank = n % 4;
  const [assignment] = EXAMPLE.incident_role_assignments;
  const { workload_minutes_total: _minutes, summary: _summary, ...rest } = EXAMPLE;
  return {
    ...rest,
    ...(n % 3 === 0 ? {} : { summary: `Seen by ${n} people` }),
    ...(n % 5 === 0 ? {} : { workload_minutes_total: n / 4 }),
    // The order of ids is not that of creation.
    id: idOf('AG', (n * 37) % 40),
    reference: `INC-${100 + n}`,
    name: `${NAMES[n % NAMES.length]} ${n}`,
    created_at: `2026-11-${String(1 + (n % 20)).padStart(2, '0')}T13:28:57${n % 2 === 0 ? '.801578' : ''}Z`,
    permalink: `https://app.incident.io/incidents/${100 + n}`,
    has_debrief: n % 2 === 0,
    postmortem_document_ids: n % 6 === 0 ? [] : [idOf('PM', n)],
    incident_status: {
      ...EXAMPLE.incident_status,
      id: idOf('ST', n % 5),
      name: category.toUpperCase(),
      category,
    },
    severity:
      rank === 3 ? null : { ...EXAMPLE.severity, id: idOf('SE', rank), name: SEVERITIES[rank] ?? '', rank },
    incident_role_assignments: n % 7 === 0 || assignment === undefined ? [] : [assignment],
  };
});
