/**
 * The address that a token's answer names as the one to send to (Salesforce's `instance_url`), checked: the token goes there. Taken are
 * https addresses, and plain http only where that loses nothing: on the configured host if that is plain http already, and on this machine if
 * the configured one is on it too. An address on this machine is never taken from a login server elsewhere. `null`: refused.
 */
export function acceptInstance(named: string, configured: string): string | null {
  const url = parse(named);
  const base = parse(configured);
  if (!url || !base || url.username || url.password || url.search || url.hash) return null;
  if (isLoopback(url.hostname) && !isLoopback(base.hostname)) return null;
  const harmless =
    (url.hostname === base.hostname && base.protocol === 'http:') ||
    (isLoopback(url.hostname) && isLoopback(base.hostname));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && harmless)) return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** As URL parsers write it: every spelling of an IPv4 address has become four decimal numbers. */
function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return /^(127(\.\d+){3}|0\.0\.0\.0|\[::1?\]|\[::ffff:7f[\da-f]{2}:[\da-f]+\])$/.test(host);
}
