import { expect, test } from 'vitest';
import { dateText } from './dates.ts';
import { relativeSpan } from './relative-date.ts';

/** Wednesday. First and last day of each span. */
const NOW = Date.UTC(2026, 3, 15, 10, 30);

test.each([
  ['YESTERDAY', undefined, '2026-04-14', '2026-04-14'],
  ['TODAY', undefined, '2026-04-15', '2026-04-15'],
  ['TOMORROW', undefined, '2026-04-16', '2026-04-16'],
  ['THIS_WEEK', undefined, '2026-04-12', '2026-04-18'],
  ['LAST_WEEK', undefined, '2026-04-05', '2026-04-11'],
  ['NEXT_WEEK', undefined, '2026-04-19', '2026-04-25'],
  ['THIS_MONTH', undefined, '2026-04-01', '2026-04-30'],
  ['LAST_MONTH', undefined, '2026-03-01', '2026-03-31'],
  ['NEXT_MONTH', undefined, '2026-05-01', '2026-05-31'],
  ['LAST_90_DAYS', undefined, '2026-01-15', '2026-04-15'],
  ['NEXT_90_DAYS', undefined, '2026-04-16', '2026-07-14'],
  ['LAST_N_DAYS', 2, '2026-04-13', '2026-04-15'],
  ['NEXT_N_DAYS', 2, '2026-04-16', '2026-04-17'],
  ['N_DAYS_AGO', 3, '2026-04-12', '2026-04-12'],
  ['LAST_N_WEEKS', 2, '2026-03-29', '2026-04-11'],
  ['N_WEEKS_AGO', 1, '2026-04-05', '2026-04-11'],
  ['LAST_N_MONTHS', 2, '2026-02-01', '2026-03-31'],
  ['N_MONTHS_AGO', 2, '2026-02-01', '2026-02-28'],
  ['THIS_QUARTER', undefined, '2026-04-01', '2026-06-30'],
  ['LAST_QUARTER', undefined, '2026-01-01', '2026-03-31'],
  ['NEXT_N_QUARTERS', 2, '2026-07-01', '2026-12-31'],
  ['N_QUARTERS_AGO', 5, '2025-01-01', '2025-03-31'],
  ['THIS_FISCAL_QUARTER', undefined, '2026-04-01', '2026-06-30'],
  ['LAST_N_FISCAL_QUARTERS', 1, '2026-01-01', '2026-03-31'],
  ['N_FISCAL_YEARS_AGO', 1, '2025-01-01', '2025-12-31'],
  ['THIS_YEAR', undefined, '2026-01-01', '2026-12-31'],
  ['LAST_YEAR', undefined, '2025-01-01', '2025-12-31'],
  ['NEXT_FISCAL_YEAR', undefined, '2027-01-01', '2027-12-31'],
  ['NEXT_N_YEARS', 2, '2027-01-01', '2028-12-31'],
])('%s %s is %s to %s', (literal, n, first, last) => {
  const span = relativeSpan(literal, n, NOW);
  expect([dateText(span.start), dateText(span.end - 1)]).toEqual([first, last]);
});
