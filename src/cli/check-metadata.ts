import type { DocumentNode } from 'graphql';
import type { Config } from '../config/index.ts';
import { createConnections } from '../connections/index.ts';
import { CasegraphError, type Adapter, type Call, type ObjectDescription } from '../contract/index.ts';
import type { SourceDefinition } from '../engine/definition.ts';
import type { Catalog } from '../engine/scope.ts';
import { upstreamProblems } from '../graphql/declaration/compare.ts';

/** Milliseconds for the metadata of all tables together. */
const PATIENCE = 300_000;

/**
 * Holds every source against its upstream's own metadata, where that can be asked; prints what is wrong with file, line and column, and what
 * could not be asked. Answers whether nothing is wrong.
 */
export async function checkMetadata(
  config: Config,
  documents: readonly DocumentNode[],
  { tables }: Catalog,
  adapters: ReadonlyMap<string, Adapter>,
  print: (text: string) => void,
): Promise<boolean> {
  const connections = createConnections(config.connections, {
    now: Date.now,
    random: Math.random,
    publish: () => undefined,
  });
  const signal = AbortSignal.timeout(PATIENCE);
  const asked = new Map<string, Promise<ObjectDescription | string>>();
  const describe = ({ domain, bound }: SourceDefinition): Promise<ObjectDescription | string> => {
    const question = `${bound.connection} ${domain} ${bound.object}`;
    const send = connections.sender(bound.connection, { domain, subject: null, signal, requestId: 'check' });
    const answer =
      asked.get(question) ??
      ask(adapters.get(bound.connection), bound.object, { send, signal, now: Date.now });
    asked.set(question, answer);
    return answer;
  };
  try {
    const unasked = new Set<string>();
    let wrong = 0;
    for (const source of [...tables.values()].flatMap(({ sources }) => sources)) {
      const found = await describe(source);
      if (typeof found === 'string') {
        if (found !== '')
          unasked.add(
            `${source.bound.connection}: the metadata of ${source.bound.object} could not be read: ${found}\n`,
          );
        continue;
      }
      const problems = upstreamProblems(documents, source.bound, found);
      wrong += problems.length;
      print(
        problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}\n`).join(''),
      );
    }
    print([...unasked].join(''));
    return wrong === 0;
  } finally {
    await connections.close();
  }
}

/** The description, or why there is none; nothing where the system has no metadata to ask for. */
async function ask(
  adapter: Adapter | undefined,
  object: string,
  call: Call,
): Promise<ObjectDescription | string> {
  if (adapter?.describe === undefined) return '';
  try {
    return await adapter.describe(object, call);
  } catch (error) {
    if (error instanceof CasegraphError) return error.message;
    throw error;
  }
}
