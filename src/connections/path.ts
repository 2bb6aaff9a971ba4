/**
 * Says what is wrong with a path given to `send`, or `null`. An adapter builds paths from column names and values; this is the last check that
 * none of them can name another host, leave the connection's base path, or break out of the request line.
 */
export function pathProblem(path: string): string | null {
  if (!path.startsWith('/')) return 'a path starts with "/"';
  if (path.startsWith('//')) return 'a path starts with exactly one "/"';
  // Percent-encoding leaves printable ASCII only; a "\" is a "/" to some parsers.
  if (!/^[!-~]*$/.test(path)) return 'a path holds printable ASCII only: percent-encode the rest';
  if (/[\\#]/.test(path)) return 'a path holds no "\\" and no "#"';
  const [beforeQuery = ''] = path.split('?', 1);
  const climbs = beforeQuery.split(/\/|%2f|%5c/i).some((part) => /^(\.|%2e){1,2}$/i.test(part));
  return climbs ? 'a path holds no "." or ".." segment' : null;
}
