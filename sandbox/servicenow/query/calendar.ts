/** Date functions that a query may use as a value (`javascript:gs.beginningOfToday()`), in UTC. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Period {
  /** First millisecond of the period that lies `offset` periods after the one of `now`. */
  readonly start: (now: number, offset: number) => number;
}

function monthStart(now: number, months: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

function dayStart(now: number): number {
  return Math.floor(now / DAY) * DAY;
}

/** The first day of the week is a setting of the platform; here it is Monday. */
function weekStart(now: number): number {
  return dayStart(now) - ((new Date(now).getUTCDay() + 6) % 7) * DAY;
}

const PERIODS: Readonly<Record<string, Period>> = {
  Minute: { start: (now, offset) => Math.floor(now / MINUTE) * MINUTE + offset * MINUTE },
  Hour: { start: (now, offset) => Math.floor(now / HOUR) * HOUR + offset * HOUR },
  Day: { start: (now, offset) => dayStart(now) + offset * DAY },
  Week: { start: (now, offset) => weekStart(now) + offset * 7 * DAY },
  Month: { start: monthStart },
  Quarter: {
    start: (now, offset) => monthStart(now, offset * 3 - (new Date(now).getUTCMonth() % 3)),
  },
  Year: { start: (now, offset) => Date.UTC(new Date(now).getUTCFullYear() + offset, 0, 1) },
};

const DAYS: Readonly<Record<string, number>> = { Today: 0, Yesterday: -1, Tomorrow: 1 };
const RELATIVE: Readonly<Record<string, number>> = { This: 0, Last: -1, Next: 1 };

function edge(period: Period, now: number, offset: number, end: boolean): number {
  return end ? period.start(now, offset + 1) - 1000 : period.start(now, offset);
}

/** `beginningOfLastWeek`, `endOfToday` … */
function bounded(name: string, now: number): number | undefined {
  const [, side, rest = ''] = /^(beginning|end)Of(\w+)$/.exec(name) ?? [];
  const [, which = '', unit = ''] = /^(This|Last|Next)(\w+)$/.exec(rest) ?? [];
  const offset = DAYS[rest] ?? RELATIVE[which];
  const period = PERIODS[DAYS[rest] === undefined ? unit : 'Day'];
  if (side === undefined || offset === undefined || !period) return undefined;
  return edge(period, now, offset, side === 'end');
}

/** `daysAgo(3)`, `hoursAgoStart(1)`, `monthsAgoEnd(2)`: without Start or End the same time of day. */
function ago(name: string, argument: number, now: number): number | undefined {
  const [, unit = '', side] = /^(minute|hour|day|week|month|quarter|year)sAgo(Start|End)?$/.exec(name) ?? [];
  const period = PERIODS[unit.charAt(0).toUpperCase() + unit.slice(1)];
  if (!period || !Number.isFinite(argument)) return undefined;
  if (side !== undefined) return edge(period, now, -argument, side === 'End');
  return period.start(now, -argument) + (now - period.start(now, 0));
}

/** Milliseconds since 1970, or undefined when there is no such function. `argument` is NaN when none was given. */
export function calendarFunction(name: string, argument: number, now: number): number | undefined {
  if (name === 'now' || name === 'nowDateTime') return now;
  return bounded(name, now) ?? ago(name, argument, now);
}
