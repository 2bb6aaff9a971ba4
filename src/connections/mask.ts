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
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    .sort((a, b) => b.length - a.length);
  return forms.reduce((rest, secret) => rest.replaceAll(secret, '***'), text).slice(0, 500);
}
