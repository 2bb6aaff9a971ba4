import { ConfigError } from '../config/index.ts';
import { DeclarationError } from '../graphql/declaration/problem.ts';

/** Why a change was not taken, one of perhaps many reasons. */
export interface ReloadProblem {
  /** Where it stands, from 1; `undefined` where no line is to blame. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string | undefined;
}

/** A generation that could do less than the one that serves. */
export class NotReadyError extends Error {
  override readonly name = 'NotReadyError';
  readonly problems: readonly ReloadProblem[];

  constructor(checks: readonly string[]) {
    super(`not ready: ${checks.join(', ')}`);
    this.problems = checks.map((check) => ({
      message: `With this change the gateway would not be ready: ${check}.`,
      hint: `${HINTS[check] ?? ''} Mend it, or send SIGHUP to try again.`.trim(),
    }));
  }
}

const HINTS: Readonly<Record<string, string>> = {
  identity: 'The keys at identity.jwks could not be fetched.',
  domains: 'The domain tree could not be read; the line of the log before this one says why.',
};

/** All that is wrong, in the words of whoever found it; `null`: something that nobody foresaw. */
export function problemsOf(error: unknown): readonly ReloadProblem[] | null {
  if (error instanceof DeclarationError || error instanceof NotReadyError) return error.problems;
  if (error instanceof ConfigError)
    return error.problems.map(({ path, message, ...place }) => ({
      ...place,
      message: path === '' ? message : `${path} ${message}`,
    }));
  return null;
}

/** As a line for people: `file:line:column message hint`. */
export function problemText({ file, line, column, message, hint }: ReloadProblem): string {
  const place = file === undefined ? '' : `${file}:${line ?? 1}:${column ?? 1} `;
  return `${place}${message}${hint ? ` ${hint}` : ''}`;
}
