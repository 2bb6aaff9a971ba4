import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Column, Operand } from '../../../src/contract/index.ts';
import { comparedExactly, holdsSysId, isSysId } from '../names.ts';
import { equalsAny } from '../query/equality.ts';
import { renderOperand } from '../query/operand.ts';
import type { Rendered } from '../query/operand.ts';
import { isEverything } from '../query/term.ts';

/** A key to look up: the same for all positions of the key list that ask for it. */
export interface WantedKey {
  readonly rendered: Rendered;
  /** What the key's column holds in its rows, made comparable by {@link sameText}. */
  readonly match: string;
  readonly positions: number[];
}

/** What a list of keys comes to: keys to ask for, and keys that need no asking because they are refused. The rest have no rows. */
export interface SortedKeys {
  readonly wanted: readonly WantedKey[];
  readonly refused: ReadonlyMap<number, CasegraphError>;
}

/** Sorts keys into what can be asked, what cannot match anything, and what must not be sent. */
export function sortKeys(table: BoundTable, column: Column, keys: readonly Operand[]): SortedKeys {
  const wanted = new Map<string, WantedKey>();
  const refused = new Map<number, CasegraphError>();
  keys.forEach((key, position) => {
    try {
      const rendered = renderKey(table, column, key);
      if (rendered === null) return;
      const match = sameText(column, rendered.text);
      const known = wanted.get(match);
      if (known === undefined) wanted.set(match, { rendered, match, positions: [position] });
      else known.positions.push(position);
    } catch (error) {
      if (!(error instanceof CasegraphError)) throw error;
      refused.set(position, error);
    }
  });
  return { wanted: [...wanted.values()], refused };
}

/** `null`: no row has this value. Throws `invalid-input` for what must not be sent. */
function renderKey(table: BoundTable, column: Column, key: Operand): Rendered | null {
  if (holdsSysId(table, column) && !isSysId(String(key))) return null;
  const rendered = renderOperand(table, column, key);
  const { groups } = equalsAny(column, [rendered]);
  if (groups.length === 0) return null;
  if (column.type === 'list' || isEverything(groups)) {
    throw new CasegraphError('invalid-input', `${column.name}: ServiceNow cannot look up this value.`);
  }
  return rendered;
}

/** The same text for values that the column takes as one. */
export function sameText(column: Column, text: string): string {
  if (column.type === 'decimal') return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return comparedExactly(column) ? text : text.toLowerCase();
}
