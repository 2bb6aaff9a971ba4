import { readFileSync } from 'node:fs';
import type { ApiUsage } from './api-usage.ts';

/** The limits of a recorded answer: name to allowance. */
const ALLOWANCES = JSON.parse(readFileSync(new URL('./limits.json', import.meta.url), 'utf8')) as Record<
  string,
  number
>;

/** `GET …/limits`. Only API calls are used up here. */
export function limitsAnswer(usage: ApiUsage): Record<string, { Max: number; Remaining: number }> {
  const untouched = Object.entries(ALLOWANCES).map(
    ([name, max]) => [name, { Max: max, Remaining: max }] as const,
  );
  return {
    ...Object.fromEntries(untouched),
    DailyApiRequests: { Max: usage.limit, Remaining: usage.remaining },
  };
}
