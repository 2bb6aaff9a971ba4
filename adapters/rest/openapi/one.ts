import { pathTemplateProblem } from '../request/path.ts';
import type { Json } from './document.ts';
import { member, membersOf } from './document.ts';
import type { Rows } from './rows.ts';
import { answerOf, rowPathOf } from './rows.ts';

const LAST = /\/\{[^{}/]+\}$/;

/** The option `one`: the request for one row below the path of the list; null where the document has none. */
export function oneOf(
  document: Json,
  path: string,
  { row }: Rows,
  key: string,
): Readonly<Record<string, unknown>> | null {
  const base = path.replace(/\/$/, '');
  const found = membersOf(member(document, 'paths')).find(
    ([other, item]) =>
      LAST.test(other) && other.replace(LAST, '') === base && member(item, 'get') !== undefined,
  );
  if (found === undefined) return null;
  const answer = answerOf(document, member(found[1], 'get'));
  const at = answer === null ? null : rowPathOf(document, answer, row, key);
  const own = `${base}/{key}`;
  if (at === null || pathTemplateProblem(own, ['key']) !== null) return null;
  return { path: own, ...(at === '' ? {} : { row: at }) };
}
