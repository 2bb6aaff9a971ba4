import { parseArgs } from 'node:util';
import { DEFAULT_CASES, DEFAULT_SEED } from './world/create.ts';

export interface MainOptions {
  readonly cases: number;
  readonly seed: string;
  /** The first of {@link PORTS} ports in a row, or 0 for free ones. */
  readonly port: number;
  readonly strict: boolean;
  readonly json: boolean;
  readonly withParent: boolean;
  readonly help: boolean;
}

/** Listeners of the sandbox, each at a port of its own. */
export const PORTS = 8;
const BASE_PORT = 4_100;
const LAST_BASE = 65_536 - PORTS;
const MOST_CASES = 1_000_000;

export const USAGE = `Options of the sandbox:
  --cases N      cases in the world, 1 to ${MOST_CASES} (default ${DEFAULT_CASES})
  --seed TEXT    the same seed gives the same data (default ${DEFAULT_SEED})
  --port N       first of ${PORTS} ports in a row, or 0 for free ones (default ${BASE_PORT}): ServiceNow, the same over TLS,
                 Salesforce, identity provider, ERP (OData), shipping (REST),
                 incident.io, All Quiet
  --strict       refuse what the real systems let pass: invalid ServiceNow queries give no rows, Salesforce assertions
                 live at most five minutes
  --json         print one line of JSON when ready
  --with-parent  end when standard input ends
  --help         print this
`;

/** Reads the command line, or says what is wrong with it. */
export function readMainOptions(argv: readonly string[]): MainOptions | { readonly problem: string } {
  const parsed = parse(argv);
  if (parsed instanceof Error) return { problem: parsed.message };
  const { cases, seed, port, ...flags } = parsed;
  const count = wholeNumber(cases, DEFAULT_CASES);
  if (!(count >= 1 && count <= MOST_CASES))
    return {
      problem: `--cases must be a whole number from 1 to ${MOST_CASES}, not ${JSON.stringify(cases)}.`,
    };
  const base = wholeNumber(port, BASE_PORT);
  if (!(base >= 0 && base <= LAST_BASE))
    return { problem: `--port must be a whole number from 0 to ${LAST_BASE}, not ${JSON.stringify(port)}.` };
  return {
    cases: count,
    seed: seed ?? DEFAULT_SEED,
    port: base,
    strict: flags.strict ?? false,
    json: flags.json ?? false,
    withParent: flags['with-parent'] ?? false,
    help: flags.help ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    const options = {
      cases: { type: 'string' },
      seed: { type: 'string' },
      port: { type: 'string' },
      strict: { type: 'boolean' },
      json: { type: 'boolean' },
      'with-parent': { type: 'boolean' },
      help: { type: 'boolean' },
    } as const;
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** NaN for what is not a whole number in plain digits. */
function wholeNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  return /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
}
