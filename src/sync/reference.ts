import { hash } from 'node:crypto';

/** How the last line of each note that the gateway writes names what it tells of. */
const MARK = '[casegraph ';
const REFERENCE = /\[casegraph ([0-9a-f]{12})\]\s*$/;

/** Letters of a note with its reference: journal columns hold 4,000, and a note that is cut would lose its reference at the end. */
const MOST_LETTERS = 3_900;

/** Short name of a line of the history or of a journal entry, by its sys_id. */
export function referenceOf(...parts: readonly string[]): string {
  return hash('sha256', parts.join(' '), 'hex').slice(0, 12);
}

/** What a note says, with its reference as the last line. */
export function withReference(text: string, reference: string): string {
  const line = `${MARK}${reference}]`;
  const most = MOST_LETTERS - line.length - 1;
  const cut = text.length <= most ? text : `${text.slice(0, most - 2).replace(/[\uD800-\uDBFF]$/, '')} …`;
  return `${cut}\n${line}`;
}

/** The reference in the last line of a journal entry; `null` for what the gateway did not write. */
export function referenceIn(text: string): string | null {
  return REFERENCE.exec(text)?.[1] ?? null;
}

/** What every entry with a reference holds, for queries. */
export const REFERENCE_MARK = MARK.trim();
