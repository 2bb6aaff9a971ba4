/** A span of time, in milliseconds since 1970; the end is outside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** [unit, sign-relevant parts] of a literal such as LAST_FISCAL_QUARTER or N_WEEKS_AGO. */
type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const DAY = 86_400_000;

const FIXED: Readonly<Record<string, readonly [number, number]>> = {
  YESTERDAY: [-1, 0],
  TODAY: [0, 1],
  TOMORROW: [1, 2],
  LAST_90_DAYS: [-90, 1],
  NEXT_90_DAYS: [1, 91],
};

/**
 * The span a relative date literal stands for. Days and weeks are those of UTC and of an en_US user: weeks begin
 * on Sunday. The fiscal year is the calendar year. LAST_N_DAYS holds today; every other LAST_ and NEXT_ leaves
 * the current unit out.
 */
export function relativeSpan(literal: string, n: number | undefined, now: number): Span {
  const fixed = FIXED[literal];
  if (fixed !== undefined) return { start: shift('DAY', now, fixed[0]), end: shift('DAY', now, fixed[1]) };
  const count = n ?? 1;
  const ago = /^N_(?:FISCAL_)?(\w+?)S_AGO$/.exec(literal);
  if (ago !== null) return units(ago[1] as Unit, now, -count, -count + 1);
  const [, direction, , unit] = /^(LAST|THIS|NEXT)_(N_)?(?:FISCAL_)?(\w+?)S?$/.exec(literal) ?? [];
  if (direction === 'THIS') return units(unit as Unit, now, 0, 1);
  if (direction === 'NEXT') return units(unit as Unit, now, 1, count + 1);
  return units(unit as Unit, now, -count, unit === 'DAY' ? 1 : 0);
}

function units(unit: Unit, now: number, from: number, to: number): Span {
  return { start: shift(unit, now, from), end: shift(unit, now, to) };
}

/** The beginning of the unit that lies `by` units from the one `now` is in. */
function shift(unit: Unit, now: number, by: number): number {
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const midnight = Math.floor(now / DAY) * DAY;
  switch (unit) {
    case 'DAY':
      return midnight + by * DAY;
    case 'WEEK':
      return midnight - date.getUTCDay() * DAY + by * 7 * DAY;
    case 'MONTH':
      return Date.UTC(year, month + by, 1);
    case 'QUARTER':
      return Date.UTC(year, Math.floor(month / 3) * 3 + by * 3, 1);
    case 'YEAR':
      return Date.UTC(year + by, 0, 1);
  }
}
