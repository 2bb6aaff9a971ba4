import { problemText, type Reload } from '../gateway.ts';

/** How a reload ended, for somebody who watches the terminal while writing declarations. */
export function reloadNews(reload: Reload): string {
  if (reload.taken) return `Taken: generation ${reload.generation}, ${reload.tables} tables.\n`;
  const problems = reload.problems.map((problem) => `  ${problemText(problem)}\n`).join('');
  return `Not taken; generation ${reload.generation} goes on:\n${problems}`;
}
