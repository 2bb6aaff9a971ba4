import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { useCallback, useEffect, useState } from 'react';
import { fetchGeneration } from './gateway.js';

const QUERY = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true });

/** Milliseconds between two looks at whether the gateway has taken a change. */
const LOOK = 3000;

/**
 * The schema as the active viewer may see it; `null` while there is none, with the reason in `problem`. It is fetched anew when the gateway has
 * taken a change, and by `refetch`.
 */
export function useSchema(active, run) {
  const [state, setState] = useState({ schema: null, problem: null });
  const [asked, setAsked] = useState(0);
  const changes = useChanges();
  const refetch = useCallback(() => setAsked((before) => before + 1), []);
  useEffect(() => {
    if (active === null) return undefined;
    let stale = false;
    void run({ query: QUERY, operationName: 'IntrospectionQuery' }).then(({ status, result }) => {
      if (!stale) setState((before) => read(status, result, before));
    });
    return () => {
      stale = true;
    };
  }, [active, run, asked, changes]);
  return { ...state, refetch };
}

/** Counts the changes that the gateway has taken since the page was opened. Nobody looks while the page is not to be seen. */
function useChanges() {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    let last = null;
    const look = async () => {
      if (document.hidden) return;
      const now = await fetchGeneration();
      if (now === null || now === last) return;
      if (last !== null) setChanges((before) => before + 1);
      last = now;
    };
    void look();
    const timer = setInterval(() => void look(), LOOK);
    return () => clearInterval(timer);
  }, []);
  return changes;
}

function read(status, result, before) {
  if (result.data?.__schema) {
    const text = JSON.stringify(result.data);
    // Personas see the same schema: the editors are given another one only where it is another.
    const same = before.schema !== null && before.text === text;
    return { schema: same ? before.schema : buildClientSchema(result.data), text, problem: null };
  }
  // A refused token is explained elsewhere.
  if (status === 401) return { ...before, problem: null };
  const said = result.errors?.[0]?.message ?? 'The gateway did not give its schema.';
  return { ...before, problem: `No docs and no completion: ${said}` };
}
