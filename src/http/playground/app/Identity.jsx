import { useEffect, useState } from 'react';
import { readToken, remaining } from './token.js';

/** Who is active, from what the token says of itself. */
export function Identity({ active, description }) {
  const now = useClock(1_000);
  const claims = readToken(active.token) ?? {};
  const roles = Array.isArray(claims.roles) ? claims.roles : [];
  return (
    <div className="cg-identity">
      <span className="cg-who" aria-live="polite">
        <strong>{claims.name ?? claims.sub ?? 'Unknown'}</strong>
        {claims.kind && <span className="cg-chip">{claims.kind}</span>}
        {claims.domain && <span className="cg-chip cg-domain">{claims.domain}</span>}
      </span>
      <span className="cg-roles" title={roles.join('\n')}>
        {roles.length === 0 ? 'no roles' : roles.join(', ')}
      </span>
      {description && <span className="cg-description">{description}</span>}
      <span className="cg-remaining">{remaining(claims, now)}</span>
    </div>
  );
}

function useClock(interval) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), interval);
    return () => clearInterval(timer);
  }, [interval]);
  return now;
}
