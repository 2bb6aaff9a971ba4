import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { crossChecks } from './cross-checks.ts';
import type { Known } from './cross-checks.ts';
import { explain } from './explain.ts';
import { chooseEnvironment, wantedEnvironment } from './environment.ts';
import { configJsonSchema } from './keys.ts';
import { locate } from './locate.ts';
import { ConfigError } from './problem.ts';
import type { ConfigProblem, Finding } from './problem.ts';
import { configSchema } from './schema/index.ts';
import type { ParsedConfig } from './schema/index.ts';
import { checkEventSecrets } from './event-secrets.ts';
import { checkSigningKeys } from './signing-keys.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type ParsedConnection = ParsedConfig['connections'][string];

/** A connection as the `connections` room takes it: named, and with the text of its certificate authorities. */
export type ConnectionSettings = Omit<ParsedConnection, 'caFile' | 'domains' | 'environments'> & {
  readonly name: string;
  readonly ca: string | undefined;
  readonly domains: Readonly<Record<string, ChildSettings>>;
};

type ChildSettings = Omit<NonNullable<ParsedConnection['domains']>[string], 'caFile'> & {
  readonly ca: string | undefined;
};

/** The configuration, complete: defaults filled in, secrets resolved, paths absolute. Times in seconds, sizes in bytes. */
export type Config = Omit<ParsedConfig, 'connections' | 'server' | 'callLog'> & {
  readonly server: ParsedConfig['server'] & { readonly playground: boolean };
  readonly callLog: ParsedConfig['callLog'] & { readonly inAnswers: boolean };
  readonly connections: readonly ConnectionSettings[];
};

/** Reads and checks a configuration file. Throws {@link ConfigError} with all that is wrong. */
export async function loadConfig(file: string, env: Environment, known?: Known): Promise<Config> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    const message = `the configuration file cannot be read (${reason})`;
    throw new ConfigError([
      { file, line: 1, column: 1, path: '', message, hint: 'Give its path with --config.' },
    ]);
  }
  return parseConfig(text, file, env, known);
}

/** The same for a text; `file` names it in messages, and relative paths start from its folder. */
export function parseConfig(text: string, file: string, env: Environment, known: Known = {}): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const { raw, findings: stray, place } = chosenFrom(read(document, lines, file), env, known.environment);
  const around = {
    env,
    folder: dirname(resolve(file)),
    readFile: (path: string) => readFileSync(path, 'utf8'),
  };
  const parsed = configSchema(around).safeParse(raw);
  const findings = [...stray, ...crossChecks(raw, known)];
  if (!parsed.success) {
    const schema = configJsonSchema();
    findings.push(...parsed.error.issues.flatMap((issue) => explain(issue, raw, schema)));
  } else findings.push(...checkSigningKeys(parsed.data), ...checkEventSecrets(parsed.data));
  if (findings.length > 0)
    throw new ConfigError(
      once(findings).map((each) => placed({ ...each, path: place(each.path) }, document, lines, file)),
    );
  return complete(parsed.data as ParsedConfig);
}

function chosenFrom(raw: unknown, env: Environment, flag: string | undefined) {
  return chooseEnvironment(raw, wantedEnvironment(raw, flag, env));
}

/** The plain data of the file. Where it is not YAML, nothing else can be said about it. */
function read(document: Document.Parsed, lines: LineCounter, file: string): unknown {
  const problems = document.errors.map(({ pos, message }): ConfigProblem => {
    const { line, col } = lines.linePos(pos[0]);
    return { file, line, column: col, path: '', message: `this is not YAML: ${message}`, hint: '' };
  });
  if (problems.length > 0) throw new ConfigError(problems);
  try {
    return document.toJS() ?? {};
  } catch (cause) {
    // More aliases than a file that people write has.
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError([{ file, line: 1, column: 1, path: '', message, hint: '' }]);
  }
}

/** Two checks may find the same key missing. */
function once(findings: readonly Finding[]): Finding[] {
  const byKey = new Map(
    findings.map((each) => [`${each.path.map(String).join('\n')} ${each.message}`, each]),
  );
  return [...byKey.values()];
}

function placed(finding: Finding, document: Document, lines: LineCounter, file: string): ConfigProblem {
  const path = finding.path.map(String).join('.');
  return {
    file,
    ...locate(document, lines, finding),
    path,
    message: finding.message,
    hint: finding.hint ?? '',
  };
}

function complete(parsed: ParsedConfig): Config {
  const { playground = parsed.server.mode === 'dev' } = parsed.server;
  const { inAnswers = parsed.server.mode === 'dev' } = parsed.callLog;
  return {
    ...parsed,
    server: { ...parsed.server, playground },
    callLog: { ...parsed.callLog, inAnswers },
    connections: Object.entries(parsed.connections).map(
      ([name, { caFile, domains, environments: _, ...rest }]) => ({
        ...rest,
        name,
        ca: caFile,
        domains: Object.fromEntries(
          Object.entries(domains ?? {}).map(([domain, { caFile: ca, ...child }]) => [
            domain,
            { ...child, ca },
          ]),
        ),
      }),
    ),
  };
}
