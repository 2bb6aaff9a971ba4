/** The target of `rel="next"` in a Link header (RFC 8288); null when there is none. */
export function nextLink(header: string | readonly string[] | undefined): string | null {
  const text = typeof header === 'string' ? header : (header ?? []).join(', ');
  for (const [, target = '', parameters = ''] of text.matchAll(
    /<([^<>]*)>((?:\s*;\s*[\w!#$&+.^`|~*-]+(?:\s*=\s*(?:"[^"]*"|[^\s",;]+))?)*)/g,
  )) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters);
    if ((rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/).includes('next')) return target;
  }
  return null;
}

/**
 * The path, below the connection's address, that a next link leads to; null where it leads anywhere else than to the list itself, or below
 * `under`: our credential goes with the request.
 */
export function followable(
  link: string,
  instance: string,
  list: string,
  under: string | undefined,
): string | null {
  if (!URL.canParse(instance)) return null;
  const here = new URL(instance);
  const base = here.pathname.replace(/\/+$/, '');
  const from = `${here.origin}${base}${list}`;
  if (!URL.canParse(link, from)) return null;
  const { origin, username, password, pathname, search } = new URL(link, from);
  if (origin !== here.origin || username !== '' || password !== '' || !pathname.startsWith(`${base}/`))
    return null;
  const path = pathname.slice(base.length);
  return isListPath(path, list, under) ? `${path}${search.replaceAll('\\', '%5C')}` : null;
}

export function isListPath(path: string, list: string, under: string | undefined): boolean {
  if (path === list) return true;
  return under !== undefined && path.startsWith(under) && !/%2f|%5c|%2e|\/\.{1,2}(\/|$)/i.test(path);
}
