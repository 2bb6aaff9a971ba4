/** Splits a request line's target (origin or absolute form) into the decoded path and the query as it stands. */
export function splitTarget(target: string): { path: string; rawQuery: string } {
  const local = target.replace(/^[a-z]+:\/\/[^/?]*/i, '') || '/';
  const mark = local.indexOf('?');
  const path = mark < 0 ? local : local.slice(0, mark);
  return { path: decoded(path), rawQuery: mark < 0 ? '' : local.slice(mark + 1) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign: the service sees the path as it came and says that it knows no such path.
    return path;
  }
}
