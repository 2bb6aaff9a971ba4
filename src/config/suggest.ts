import { nearest } from '../wording/nearest.ts';

/** `did you mean "url"?` or, when nothing is close, `there are: url, auth`. */
export function suggestion(given: string, names: readonly string[]): string {
  const meant = nearest(given, names);
  return meant === null ? `there are: ${names.join(', ')}` : `did you mean "${meant}"?`;
}
