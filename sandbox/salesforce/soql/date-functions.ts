import type { FieldType } from '../dictionary/object-info.ts';
import { parseDatetime } from './dates.ts';

interface DateFunction {
  readonly type: FieldType;
  /** False: the function needs a datetime, not just a date. */
  readonly ofDate: boolean;
  apply(date: Date): number | string;
}

const DAY = 86_400_000;
const quarter = (date: Date): number => Math.floor(date.getUTCMonth() / 3) + 1;
const dayInYear = (date: Date): number =>
  Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1;

const number = (apply: (date: Date) => number): DateFunction => ({ type: 'int', ofDate: true, apply });

/** In UTC; the fiscal year is the calendar year. */
const FUNCTIONS: Readonly<Record<string, DateFunction>> = {
  CALENDAR_YEAR: number((date) => date.getUTCFullYear()),
  CALENDAR_QUARTER: number(quarter),
  CALENDAR_MONTH: number((date) => date.getUTCMonth() + 1),
  FISCAL_YEAR: number((date) => date.getUTCFullYear()),
  FISCAL_QUARTER: number(quarter),
  FISCAL_MONTH: number((date) => date.getUTCMonth() + 1),
  DAY_IN_MONTH: number((date) => date.getUTCDate()),
  DAY_IN_WEEK: number((date) => date.getUTCDay() + 1),
  DAY_IN_YEAR: number(dayInYear),
  WEEK_IN_MONTH: number((date) => Math.ceil(date.getUTCDate() / 7)),
  WEEK_IN_YEAR: number((date) => Math.ceil(dayInYear(date) / 7)),
  HOUR_IN_DAY: { type: 'int', ofDate: false, apply: (date) => date.getUTCHours() },
  DAY_ONLY: { type: 'date', ofDate: false, apply: (date) => date.toISOString().slice(0, 10) },
};

export function dateFunction(name: string): DateFunction | undefined {
  return FUNCTIONS[name];
}

export function applyDateFunction(call: DateFunction, value: unknown): number | string | null {
  if (typeof value !== 'string') return null;
  return call.apply(new Date(value.length === 10 ? Date.parse(`${value}T00:00:00Z`) : parseDatetime(value)));
}
