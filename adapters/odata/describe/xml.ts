/** An element of an XML document: its name without prefix, its attributes as they are written, and the elements in it. Text is dropped. */
export interface Element {
  readonly name: string;
  /** With their prefixes: `Name`, `sap:label`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** Text directly inside, for annotations that hold one. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/gy;
const ATTRIBUTE = /([^\s=<>/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const MOST_DEPTH = 100;

/**
 * Reads the XML of a metadata document. No document type is allowed: entities are what makes XML dangerous, and no metadata document has
 * any. Null where the text is not well-formed.
 */
export function parseXml(text: string): Element | null {
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const open: Open[] = [root];
  let end = text.startsWith('\ufeff') ? 1 : 0;
  while (end < text.length) {
    const start = text.indexOf('<', end);
    const inner = open.at(-1);
    if (inner === undefined) return null;
    inner.text += decoded(text.slice(end, start === -1 ? text.length : start));
    if (start === -1) break;
    MARKUP.lastIndex = start;
    const match = MARKUP.exec(text);
    if (match === null || !take(match, open)) return null;
    end = start + match[0].length;
  }
  const [only, ...more] = root.children;
  return open.length === 1 && only !== undefined && more.length === 0 ? only : null;
}

/** False for an end that ends nothing, and for what is nested without end. */
function take([whole, data, closes, opens, attributes = '', closed]: RegExpExecArray, open: Open[]): boolean {
  const inner = open.at(-1);
  if (inner === undefined) return false;
  if (data !== undefined) inner.text += data;
  if (closes !== undefined) {
    if (open.length < 2 || inner.name !== closes) return false;
    open.pop();
    open.at(-1)?.children.push({ ...inner, name: local(inner.name) });
  }
  if (opens === undefined) return whole !== '';
  const element: Open = { name: opens, attributes: attributesOf(attributes), children: [], text: '' };
  if (closed === '/') inner.children.push({ ...element, name: local(opens) });
  else open.push(element);
  return open.length <= MOST_DEPTH;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name,
      decoded(double ?? single ?? ''),
    ]),
  );
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
