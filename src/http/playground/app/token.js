/** What a JWT says, for showing only: the gateway alone decides whether it is true. `null`: not a JWT. */
export function readToken(token) {
  try {
    const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(payload), (char) => char.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? claims : null;
  } catch {
    return null;
  }
}

export function isExpired(token, now) {
  const exp = readToken(token)?.exp;
  return typeof exp === 'number' && exp * 1000 <= now;
}

/** "for 58 min", for people. */
export function remaining(claims, now) {
  if (typeof claims?.exp !== 'number') return '';
  const seconds = Math.round(claims.exp - now / 1000);
  if (seconds <= 0) return 'expired';
  if (seconds < 120) return `valid for ${seconds} s`;
  return seconds < 7200
    ? `valid for ${Math.round(seconds / 60)} min`
    : `valid for ${Math.round(seconds / 3600)} h`;
}
