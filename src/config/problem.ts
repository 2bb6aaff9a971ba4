/** From the root of the file: `['connections', 'crm', 'url']`. */
export type Path = readonly PropertyKey[];

/** What is wrong, before it is known where in the file that stands. */
export interface Finding {
  readonly path: Path;
  /** What is wrong, continuing the name of the key: `must be a whole number`. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
  /** The key itself is wrong, not its value. */
  readonly atKey?: boolean;
}

/** One thing that is wrong in a configuration file. Holds no secret. */
export interface ConfigProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** `connections.crm.url`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  /** What to write instead; may be empty. */
  readonly hint: string;
}

/** `casegraph.yaml:4:9 server.port: must be a whole number. Port to listen on.` */
export function formatProblem({ file, line, column, path, message, hint }: ConfigProblem): string {
  const text = [`${message}${/[.?!]$/.test(message) ? '' : '.'}`, hint].filter(Boolean).join(' ');
  return `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${text}`;
}

/** A configuration that cannot be used: all that is wrong with it at once, in the order of the file. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const ordered = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
    super(ordered.map(formatProblem).join('\n'));
    this.problems = ordered;
  }
}
