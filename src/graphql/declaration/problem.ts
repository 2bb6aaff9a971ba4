import { getLocation, type ASTNode } from 'graphql';

/** What is wrong with a declaration, where it stands, and what to write instead. */
export interface DeclarationProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export function problemAt(node: ASTNode, message: string): DeclarationProblem {
  const { loc } = node;
  if (loc === undefined) return { file: '(unknown)', line: 1, column: 1, message };
  const { line, column } = getLocation(loc.source, loc.start);
  return { file: loc.source.name, line, column, message };
}

/** All problems of the schema folder at once. */
export class DeclarationError extends Error {
  override readonly name = 'DeclarationError';
  readonly problems: readonly DeclarationProblem[];

  constructor(problems: readonly DeclarationProblem[]) {
    super(
      problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'),
    );
    this.problems = problems;
  }
}

/** The nearest of the names that exist, for "did you mean". */
export function nearest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let distance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const d = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (d < distance) [best, distance] = [candidate, d];
  }
  return best;
}

export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === null ? `Known: ${known.join(', ') || 'none'}.` : `Did you mean ${near}?`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
