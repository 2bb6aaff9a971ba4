import { useState } from 'react';
import { isExpired, readToken } from './token.js';

/** For gateways without personas: any token that the identity provider gave. It is kept in this page's memory only. */
export function TokenField({ active, activate }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState(null);
  const submit = (event) => {
    event.preventDefault();
    const token = text.trim().replace(/^Bearer\s+/i, '');
    const found = problemOf(token);
    setProblem(found);
    if (found !== null) return;
    activate({ token });
    setText('');
  };
  return (
    <form className="cg-token" onSubmit={submit}>
      <label htmlFor="cg-token">Access token</label>
      <input
        id="cg-token"
        type="password"
        autoComplete="off"
        spellCheck="false"
        placeholder={active === null ? 'Paste a JWT of your identity provider' : 'Paste another JWT'}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : 'cg-token-problem'}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="cg-persona">
        Use it
      </button>
      {problem !== null && (
        <span id="cg-token-problem" role="alert" className="cg-problem">
          {problem}
        </span>
      )}
    </form>
  );
}

function problemOf(token) {
  if (readToken(token) === null) return 'That is no JWT: it should have three parts with dots between them.';
  return isExpired(token, Date.now()) ? 'That token has expired already.' : null;
}
