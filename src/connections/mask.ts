const SECRET_NAME = /token|secret|assertion|passw|pwd|api[-_]?key|signature|credential/i;

/** The path with the values of query parameters that are named like secrets replaced, for logs and the call log. */
export function maskPath(path: string): string {
  const at = path.indexOf('?');
  if (at < 0) return path;
  const pairs = path.slice(at + 1).split('&');
  return `${path.slice(0, at)}?${pairs.map(maskPair).join('&')}`;
}

function maskPair(pair: string): string {
  const at = pair.indexOf('=');
  if (at < 0) return pair;
  return SECRET_NAME.test(decoded(pair.slice(0, at))) ? `${pair.slice(0, at)}=***` : pair;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The text without the secrets given, however they are encoded, and cut to a length that a log line can bear. */
export function scrub(text: string, secrets: readonly string[]): string {
  return without(text, secrets).slice(0, 500);
}

/** The beginning of a body without the secrets given; `null` where there is none. */
export function prefixOf(
  body: string | Buffer | null,
  most: number,
  secrets: readonly string[],
): string | null {
  if (body === null) return null;
  // A secret that begins within what is kept is found whole.
  const read = secrets.reduce((longest, { length }) => Math.max(longest, length * 3), 0) + most;
  const text = typeof body === 'string' ? body.slice(0, read) : body.toString('utf8', 0, read);
  const kept = without(text, secrets).slice(0, most);
  // A piece of a string keeps the whole of it in memory.
  return body.length > most * 4 && typeof body === 'string' ? Buffer.from(kept).toString() : kept;
}

function without(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .sort((a, b) => b.length - a.length);
  return forms.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
}
