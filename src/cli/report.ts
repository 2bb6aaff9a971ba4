import { ConfigError, formatProblem } from '../config/index.ts';
import { ImportError } from './import/import-error.ts';
import { DeclarationError } from '../graphql/declaration/problem.ts';

/** Says on standard error why a command ended, without a stack where the cause is known. Answers the exit code. */
export function fail(error: unknown): number {
  process.stderr.write(`${explain(error)}\n`);
  return error instanceof ConfigError || error instanceof DeclarationError ? 2 : 1;
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.problems.map(formatProblem).join('\n');
  if (error instanceof DeclarationError || error instanceof ImportError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const { port } = error as Error & { port?: number };
    return `Port ${port ?? ''} is in use already. Choose another with --port, or 0 for a free one.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
