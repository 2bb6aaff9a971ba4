/**
 * Who may import whom. A room is a folder of `src/`, one folder of `adapters/`, or all of `sandbox/`; a room may always import itself.
 * Rooms are listed from the bottom to the top of the house: none imports one that comes after it.
 */
export interface Rule {
  /** Other rooms that may be imported; `type:` before a name: its types only. */
  readonly rooms: readonly string[];
  /** npm packages and Node modules that may not be imported, as patterns; absent: any may. */
  readonly never?: readonly RegExp[];
}

const GRAPHQL = [/^graphql($|[/-])/, /^@graphql-/, /^@apollo\//];
const EVERYTHING = [/^/];

const SRC: Readonly<Record<string, Rule>> = {
  contract: { rooms: [], never: EVERYTHING },
  observe: { rooms: [] },
  wording: { rooms: [], never: EVERYTHING },
  concurrency: { rooms: ['contract'], never: GRAPHQL },
  connections: { rooms: ['contract', 'observe', 'concurrency'], never: GRAPHQL },
  access: { rooms: ['contract'], never: GRAPHQL },
  engine: { rooms: ['contract', 'observe', 'concurrency', 'access', 'type:connections'], never: GRAPHQL },
  cases: { rooms: ['contract', 'observe', 'concurrency', 'access', 'engine'], never: GRAPHQL },
  sync: {
    rooms: ['contract', 'observe', 'concurrency', 'access', 'engine', 'cases', 'connections'],
    never: GRAPHQL,
  },
  graphql: { rooms: ['contract', 'observe', 'wording', 'access', 'engine', 'cases', 'sync'] },
  importing: { rooms: ['contract', 'wording', 'engine', 'graphql'] },
  federation: { rooms: ['contract', 'observe', 'access', 'engine', 'graphql'] },
  http: { rooms: ['contract', 'observe', 'access', 'graphql'] },
  config: { rooms: ['contract', 'wording', 'type:connections'], never: GRAPHQL },
};

const ADAPTER: Rule = { rooms: ['contract'], never: GRAPHQL };
const SANDBOX: Rule = { rooms: [] };

/** The two that see everything: the one puts the parts together, the other starts them. Only the command line sees the sandbox. */
const TOP: Readonly<Record<string, Rule>> = {
  gateway: { rooms: [...Object.keys(SRC), 'adapters/*'] },
  cli: { rooms: [...Object.keys(SRC), 'gateway', 'adapters/*', 'sandbox'] },
};

/** The rule of a room; `undefined` for a room that nobody has made a rule for. */
export function ruleOf(room: string): Rule | undefined {
  if (room.startsWith('adapters/')) return ADAPTER;
  if (room === 'sandbox') return SANDBOX;
  return SRC[room] ?? TOP[room];
}
