import type { Expression } from './ast.ts';
import type { Token } from './lexer.ts';

/** The literal that a token is, or null for other tokens and for dates that are in no calendar. */
export function literalOf({ kind, text }: Token): Expression | null {
  switch (kind) {
    case 'string':
      return { op: 'literal', kind, value: text.slice(1, -1).replaceAll("''", "'") };
    case 'number':
      return { op: 'literal', kind, value: Number(text) };
    case 'date':
      return isDay(text) ? { op: 'literal', kind, value: text } : null;
    case 'moment': {
      const at = isDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
      return Number.isNaN(at) ? null : { op: 'literal', kind, value: at };
    }
    default:
      return null;
  }
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
