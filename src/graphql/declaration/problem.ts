import { getLocation, type ASTNode } from 'graphql';
import { nearest } from '../../wording/nearest.ts';

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

export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === null ? `Known: ${known.join(', ') || 'none'}.` : `Did you mean ${near}?`;
}
