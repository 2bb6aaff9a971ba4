import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Length of one round on one server. */
  readonly seconds: number;
  /** Rounds per operation and number of connections; each is one run of either server. */
  readonly rounds: number;
  readonly connections: readonly number[];
  /** Cases in the sandbox. */
  readonly cases: number;
  /** Measures the source instead of what was built from it. */
  readonly source: boolean;
}

/** Throws for options that cannot be. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '8' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '1,16' },
      cases: { type: 'string', default: '200' },
      source: { type: 'boolean', default: false },
    },
  });
  return {
    seconds: whole('seconds', values.seconds, 120),
    rounds: whole('rounds', values.rounds, 50),
    connections: values.connections.split(',').map((text) => whole('connections', text, 500)),
    cases: whole('cases', values.cases, 100_000),
    source: values.source,
  };
}

function whole(name: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error(`--${name} takes whole numbers from 1 to ${most}, not "${text}"`);
}
