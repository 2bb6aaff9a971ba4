/**
 * A query that is refused. `at` is the offset of the offending token; without it the message goes out bare.
 *
 * Recorded answers come in both forms: an unknown first word bare ("unexpected token: SELEKT"), everything
 * later with the offending row, a caret and a position. So: bare at the very beginning, block elsewhere.
 */
export class SoqlError extends Error {
  readonly code: string;
  readonly at: number | undefined;

  constructor(code: string, message: string, at?: number) {
    super(message);
    this.name = 'SoqlError';
    this.code = code;
    this.at = at;
  }
}

/** How much of the row is echoed before and behind the offending token; the rule is not documented. */
const ECHO = 45;

/** The message as it stands in the answer. */
export function messageOf(error: SoqlError, text: string): string {
  if (error.at === undefined || text.slice(0, error.at).trim() === '') return error.message;
  const before = text.slice(0, error.at).split('\n');
  const row = before.length;
  const column = (before.at(-1) ?? '').length + 1;
  const line = text.split('\n')[row - 1] ?? '';
  const start = wordStart(line, column - 1 - ECHO);
  const echo = line.slice(start, wordEnd(line, column - 1 + ECHO)).replace(/\t/g, ' ');
  const caret = `${' '.repeat(column - 1 - start)}^`;
  return `\n${echo}\n${caret}\nERROR at Row:${row}:Column:${column}\n${error.message}`;
}

function wordStart(line: string, at: number): number {
  if (at <= 0) return 0;
  const space = line.indexOf(' ', at);
  return space === -1 || space > at + ECHO ? at : space + 1;
}

function wordEnd(line: string, at: number): number {
  if (at >= line.length) return line.length;
  const space = line.indexOf(' ', at);
  return space === -1 || space > at + ECHO ? at : space;
}
