import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Document, LineCounter, Node } from 'yaml';
import type { Finding } from './problem.ts';

export interface Position {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/**
 * Where a finding stands in the file: at the value; at the key where that is what is wrong, or where there is no value; at the key above
 * where the key is missing.
 */
export function locate(document: Document, lines: LineCounter, { path, atKey }: Finding): Position {
  let node: unknown = document.contents;
  let key: Node | null = null;
  let missing = false;
  for (const segment of path) {
    const step = descend(document, node, segment);
    if (!step) {
      missing = true;
      break;
    }
    key = step.key ?? key;
    node = step.value;
  }
  const shown = missing || atKey || !isNode(node) || isEmpty(node) ? (key ?? node) : node;
  const offset = isNode(shown) && path.length > 0 ? (shown.range?.[0] ?? 0) : 0;
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function descend(
  document: Document,
  node: unknown,
  segment: PropertyKey,
): { key: Node | null; value: unknown } | null {
  const real = isAlias(node) ? node.resolve(document) : node;
  if (isSeq(real) && typeof segment === 'number') {
    return segment < real.items.length ? { key: null, value: real.items[segment] } : null;
  }
  if (!isMap(real)) return null;
  const pair = real.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(segment));
  return pair ? { key: isNode(pair.key) ? pair.key : null, value: pair.value } : null;
}

/** `key:` with nothing behind it. */
function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null;
}
