/**
 * What a request's `Cache-Control` says about how old its answer may be: seconds, 0 for `no-cache`; `null` where it says nothing of it. Other directives are
 * not looked at. An age that is no whole number of seconds counts as 0: nothing is then older than what was meant.
 */
export function maxAgeOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  let least: number | null = null;
  for (const directive of header.split(',')) {
    const age = ageOf(directive.trim().toLowerCase());
    if (age !== null) least = Math.min(least ?? age, age);
  }
  return least;
}

function ageOf(directive: string): number | null {
  if (directive === 'no-cache') return 0;
  const [name, value = ''] = directive.split('=', 2);
  if (name !== 'max-age') return null;
  const digits = value.trim().replace(/^"(.*)"$/, '$1');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
}
