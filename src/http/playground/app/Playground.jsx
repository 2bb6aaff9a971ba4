import { GraphiQL } from 'graphiql';
import { useCallback } from 'react';
import { examples } from './examples.js';
import { IdentityBar } from './IdentityBar.jsx';
import { isSubscription, withItsOwnName } from './operation.js';
import { useSchema } from './schema.js';
import { useSession } from './session.js';
import { storage } from './storage.js';

/** GraphiQL's own button asks for nothing where the schema is given to it, as here. */
function isRefetch({ target }) {
  return target.closest('button[aria-label^="Re-fetch GraphQL schema"]') !== null;
}

export function Playground() {
  const session = useSession();
  const { run, follow } = session;
  const { schema, problem, refetch } = useSchema(session.active, run);
  const fetcher = useCallback(
    async (parameters, options) =>
      isSubscription(parameters)
        ? follow(withItsOwnName(parameters), options?.headers)
        : (await run(withItsOwnName(parameters), options?.headers)).result,
    [run, follow],
  );
  return (
    <>
      <IdentityBar session={session} problem={problem} />
      <main className="cg-main" onClickCapture={(event) => isRefetch(event) && refetch()}>
        <GraphiQL
          fetcher={fetcher}
          schema={schema}
          defaultTabs={examples}
          defaultQuery={examples[0]?.query}
          shouldPersistHeaders={false}
          storage={storage}
          defaultEditorToolsVisibility={false}
        >
          <GraphiQL.Logo>
            <span hidden />
          </GraphiQL.Logo>
        </GraphiQL>
      </main>
    </>
  );
}
