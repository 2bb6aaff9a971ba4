import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { failure, fetchPersonas, send } from './gateway.js';
import { stream } from './stream.js';
import { isExpired } from './token.js';

const REMEMBERED = 'casegraph:persona';

/**
 * Who the page acts as: one of the personas, or whoever a pasted token speaks for. `run` sends an operation as that one, `follow` a subscription; a persona
 * whose token has run out gets a new one without being noticed.
 */
export function useSession() {
  const [personas, setPersonas] = useState([]);
  const [loaded, setLoaded] = useState(false);
  const [active, setActive] = useState(null);
  const [message, setMessage] = useState(null);
  const current = useRef(null);

  const activate = useCallback((next) => {
    current.current = next;
    setActive(next);
    setMessage(null);
    if (next?.persona) sessionStorage.setItem(REMEMBERED, next.persona);
  }, []);

  const renew = useCallback(async (name) => {
    const list = await fetchPersonas();
    if (list !== null) setPersonas(list);
    const found = list?.find((persona) => persona.name === name) ?? null;
    return found === null ? null : { persona: found.name, token: found.token };
  }, []);

  useEffect(() => {
    void fetchPersonas().then((list) => {
      setPersonas(list ?? []);
      setLoaded(true);
      const wanted = sessionStorage.getItem(REMEMBERED);
      const first = list?.find(({ name }) => name === wanted) ?? list?.[0];
      if (first !== undefined) activate({ persona: first.name, token: first.token });
    });
  }, [activate]);

  const run = useCallback(
    async (parameters, headers) => {
      let who = current.current;
      if (who?.persona && isExpired(who.token, Date.now())) who = await renewed(who, renew, activate);
      if (who === null && headers?.authorization === undefined && headers?.Authorization === undefined) {
        return failure(
          401,
          'Choose a persona or paste an access token above: without one the gateway answers nothing.',
        );
      }
      let answer = await send(parameters, who?.token ?? null, headers);
      if (answer.status === 401 && who?.persona) {
        who = await renewed(who, renew, activate);
        answer = await send(parameters, who.token, headers);
      }
      setMessage(answer.status === 401 ? explain(who, answer.result) : null);
      return answer;
    },
    [activate, renew],
  );

  const follow = useCallback(
    async (parameters, headers) => {
      let who = current.current;
      if (who?.persona && isExpired(who.token, Date.now())) who = await renewed(who, renew, activate);
      return stream(parameters, who?.token ?? null, headers);
    },
    [activate, renew],
  );

  return useMemo(
    () => ({ personas, loaded, active, message, activate, run, follow }),
    [personas, loaded, active, message, activate, run, follow],
  );
}

async function renewed(who, renew, activate) {
  const next = (await renew(who.persona)) ?? who;
  activate(next);
  return next;
}

function explain(who, result) {
  const said = result.errors?.[0]?.message ?? 'The gateway refused the token.';
  if (who !== null && isExpired(who.token, Date.now())) {
    return who.persona
      ? 'This persona’s token has expired and no new one could be had. Is the sandbox still running?'
      : 'Your token has expired. Paste a new one.';
  }
  return said;
}
