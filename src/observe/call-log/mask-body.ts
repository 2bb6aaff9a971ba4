import { maskCallPath } from './mask-path.ts';
import { maskQuery, mentions } from './mask-query.ts';
import { MASK, maskText } from './mask-text.ts';
import type { Judge } from './personal-names.ts';

/** Longer than ids and hashes: packed answers of a batch, whose contents cannot be judged. */
const PACKED = /^[A-Za-z0-9+/_-]{80,}=*$/;
const ADDRESS = /^(?:https?:\/)?\/?[\w.~%/@-]+\?/;
const QUERIES: ReadonlySet<string> = new Set(['query', 'q', 'soql', 'filter', 'where']);

/** A piece of JSON: a string with its quotes, a number or word, or a sign. A string at the end may be cut. */
const TOKEN = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\]:,]|[^\s"{}[\]:,]+/gs;

/**
 * The beginning of a body, cut anywhere, without what is personal or secret. JSON is read token by token, since it is not whole; values under such keys are
 * masked with all that is in them. Other text is searched for what looks like it.
 */
export function maskBody(text: string, judge: Judge): string {
  if (!/^\s*[[{]/.test(text)) return maskText(text);
  const walk = new Walk(judge);
  for (const [token] of text.matchAll(TOKEN)) walk.take(token);
  return walk.text;
}

/** Where in a piece of JSON the walk is. */
class Walk {
  readonly #judge: Judge;
  #out: string[] = [];
  /** Keys that lead here: one per open object, `null` per open list. */
  readonly #open: (string | null)[] = [];
  /** A string that is a key if a colon follows. */
  #key = '';
  #expectsValue = true;
  /** Depth of what is masked as a whole; -1: nothing is. */
  #hiddenAt = -1;
  #variablesHidden = false;

  constructor(judge: Judge) {
    this.#judge = judge;
  }

  get text(): string {
    return this.#out.join('');
  }

  take(token: string): void {
    if (token === '{' || token === '[') this.#enter(token);
    else if (token === '}' || token === ']') this.#leave(token);
    else if (token === ':') {
      this.#expectsValue = true;
      this.#write(token);
    } else if (token === ',') {
      this.#expectsValue = this.#open.at(-1) === null;
      this.#write(token);
    } else if (this.#expectsValue) this.#value(token);
    else this.#name(token);
  }

  #name(token: string): void {
    this.#key = unquoted(token);
    this.#write(token);
  }

  #enter(token: string): void {
    const hides = this.#hiddenAt < 0 && this.#hides();
    if (hides) this.#write(`"${MASK}"`);
    else this.#write(token);
    this.#open.push(token === '[' ? null : this.#key);
    if (hides) this.#hiddenAt = this.#open.length;
    this.#expectsValue = token === '[';
  }

  #leave(token: string): void {
    const depth = this.#open.length;
    this.#open.pop();
    if (this.#hiddenAt === depth) this.#hiddenAt = -1;
    else this.#write(token);
    this.#expectsValue = false;
  }

  #value(token: string): void {
    this.#expectsValue = false;
    if (this.#hiddenAt >= 0) return;
    if (token === 'null' || token === 'true' || token === 'false') return this.#write(token);
    if (this.#hides()) return this.#write(`"${MASK}"`);
    this.#write(token.startsWith('"') ? this.#masked(token) : token);
  }

  /** In an object the key decides; in a list what its own key was. */
  #hides(): boolean {
    if (this.#variablesHidden && this.#key === 'variables') return true;
    return this.#open.length > 0 && this.#judge(this.#key) !== null;
  }

  #masked(token: string): string {
    const text = unquoted(token);
    if (PACKED.test(text)) return `"${MASK}"`;
    const after = this.#rewritten(text);
    return after === text ? token : JSON.stringify(after);
  }

  #rewritten(text: string): string {
    if (ADDRESS.test(text)) return maskCallPath(text, this.#judge);
    if (!QUERIES.has(this.#key)) return maskText(text);
    // The values of a GraphQL query are in its variables.
    if (/^\s*(?:query|mutation|\{)/.test(text)) {
      this.#variablesHidden = mentions(text, this.#judge);
      return maskText(text);
    }
    return maskQuery(text, this.#judge);
  }

  #write(text: string): void {
    if (this.#hiddenAt < 0) this.#out.push(text);
  }
}

/** The text of a JSON string, which may be cut. */
function unquoted(token: string): string {
  const inner = token.replace(/^"/, '').replace(/"$/, '');
  if (!inner.includes('\\')) return inner;
  try {
    return JSON.parse(`"${inner}"`) as string;
  } catch {
    // Cut within an escape.
    return inner.replace(/\\u[\da-f]{0,4}$|\\$/i, '').replace(/\\u0040/gi, '@');
  }
}
