import type { AuditLine, RecordObject, Update } from './history.ts';
import type { Label } from './note.ts';

/** The line of a column that had a value and got another: what a record is given when it is made is no change. */
export function change({ lines }: Update, field: string): AuditLine | null {
  const line = lines.get(field);
  return line === undefined || line.before === '' || line.before === line.after ? null : line;
}

export function isTrue(value: string): boolean {
  return value === 'true' || value === '1';
}

/** `State: In Progress (was New)`. */
export function labelled(
  name: string,
  object: RecordObject,
  field: string,
  { before, after }: Pick<AuditLine, 'before' | 'after'>,
  label: Label,
): string {
  return `${name}: ${label(object, field, after)} (was ${label(object, field, before)})`;
}

/** A line of its own for a text; none where there is no text. */
export function said(name: string, text: string): readonly string[] {
  return text.trim() === '' ? [] : [`${name}: ${text.trim()}`];
}
