import type { Row } from '../contract/index.ts';

/** A cell as plain text: a choice by its value; `null` for what has no value or no text. */
export function cellText(row: Row, column: string): string | null {
  const value = row.values[column];
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  return 'value' in value && typeof value.value === 'string' ? value.value : null;
}
