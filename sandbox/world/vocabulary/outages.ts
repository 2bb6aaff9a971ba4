import type { IoCategory } from '../incidentio-records.ts';

/** What responders write about outages. */

export const OUTAGES: readonly string[] = [
  'Elevated error rate on the checkout API',
  'Database failover took longer than planned',
  'Login emails arrive with an hour of delay',
  'Search answers with stale results',
  'Certificate of the partner gateway expired',
  'Queue of outgoing invoices does not drain',
  'Mobile app crashes on start – Android only',
  'DNS of the Frankfurt region answers "SERVFAIL"',
  'Suspicious logins from one address range',
  'Game day: failing over the primary region',
  'Tutorial: your first incident',
  'Warehouse scanners lose their session (since 05:40)',
];

export const OUTAGE_SUMMARIES: readonly string[] = [
  'Customers see errors on every third request. A rollback is under way.',
  'Reads are slow, writes work. **No data was lost.**',
  'Only accounts in the EU region are affected; a workaround is known.',
  'We do not know the cause yet & are collecting traces.',
];

export const OUTAGE_MESSAGES: Readonly<Record<IoCategory, readonly string[]>> = {
  triage: ['Looks like the alert from last week, checking.'],
  declined: ['False alarm: the probe itself was broken.'],
  merged: ['Same cause as the other incident, we go on there.'],
  canceled: ['Opened by mistake.'],
  live: [
    'We found the cause and are rolling back the last release.',
    'Error rate is down to 2 %, watching for an hour.',
    "We're adding capacity; customers' requests may still time out.",
  ],
  learning: ['Impact is over. The review is planned for Thursday.'],
  closed: ['All done: rolled back, monitored for a day, customers informed.', 'Closed after the review.'],
  paused: ['Waiting for the vendor; nothing to do until tomorrow 09:00.'],
};

export const FOLLOW_UPS: readonly string[] = [
  'Alert on replication lag above 30 seconds',
  'Write a runbook for the failover',
  'Renew certificates automatically',
  'Load-test the queue with ten times the traffic',
  'Tell the partners about the new address',
  'Remove the feature flag "fast-path"',
];

export const FOLLOW_UP_LABELS: readonly string[] = ['reliability', 'monitoring', 'customer-facing'];
