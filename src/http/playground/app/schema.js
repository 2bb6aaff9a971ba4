import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import { useEffect, useState } from 'react';

const QUERY = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true });

/** The schema as the active viewer may see it; `null` while there is none, with the reason in `problem`. */
export function useSchema(active, run) {
  const [state, setState] = useState({ schema: null, problem: null });
  useEffect(() => {
    if (active === null) return undefined;
    let stale = false;
    void run({ query: QUERY, operationName: 'IntrospectionQuery' }).then(({ status, result }) => {
      if (!stale) setState((before) => read(status, result, before));
    });
    return () => {
      stale = true;
    };
  }, [active, run]);
  return state;
}

function read(status, result, before) {
  if (result.data?.__schema)
    return { schema: before.schema ?? buildClientSchema(result.data), problem: null };
  // A refused token is explained elsewhere.
  if (status === 401) return { schema: before.schema, problem: null };
  const said = result.errors?.[0]?.message ?? 'The gateway did not give its schema.';
  return { schema: before.schema, problem: `No docs and no completion: ${said}` };
}
