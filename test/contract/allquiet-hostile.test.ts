import { createAllQuietAdapter } from '../../adapters/allquiet/index.ts';
import { INCIDENT } from './allquiet/tables.ts';
import { hostileAnswers } from './hostile-answers.ts';

const ID = '5b1c9d5e-0d2a-4c7e-9a2e-0a8f1d2b3c4d';

hostileAnswers({
  name: 'allquiet',
  adapter: createAllQuietAdapter(),
  table: {
    ...INCIDENT,
    columns: new Map(
      [...INCIDENT.columns].filter(([name]) => !['severityName', 'attributes'].includes(name)),
    ),
  },
  keys: [ID, ID.replace('4d', '4e')],
  row: {
    id: ID,
    title: 'Checkout is down',
    integration: { id: ID, displayName: 'Monitor' },
    createdAt: '2026-11-22T12:00:00.123Z',
    attributes: [{ name: 'Host', value: 'node-1' }],
    events: [{ status: 'Open', severity: 'Minor', modification: { timestamp: '2026-11-22T12:00:00.123Z' } }],
    eventsTotalCount: 1,
    teams: [{ id: ID, displayName: 'Platform' }],
    unattended: true,
  },
  list: (incidents, next) => {
    const cursor =
      next === undefined ? null : typeof next === 'object' && 'page' in next ? `c${next.page}` : 'c';
    return { json: { incidents, hasMore: next !== undefined, nextCursor: cursor } };
  },
});
