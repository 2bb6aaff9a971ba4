import type { PageRules } from './declared.ts';
import type { Section } from './section.ts';
import { countIn, nameIn, oneOfIn, pathIn, sectionOf, typeIn } from './section.ts';

const NAMES = ['style', 'size', 'first', 'after', 'pageInfo', 'limit', 'offset', 'types'];
const MOST_ROWS = 10_000;

export function pageRulesOf(given: unknown, report: Section['report']): PageRules {
  const at = 'options.list.page';
  const section = sectionOf(given, at, NAMES, report);
  if (section === null) return { style: 'none' };
  const style = oneOfIn(section, 'style', ['relay', 'offset', 'none']);
  const types = sectionOf(section.values['types'] ?? {}, `${at}.types`, NAMES, report);
  if (style === 'none' || types === null) return { style: 'none' };
  const size = countIn(section, 'size', MOST_ROWS, 100);
  if (style === 'relay') {
    return {
      style,
      size,
      first: nameIn(section, 'first', 'first', 'first'),
      after: nameIn(section, 'after', 'after', 'after'),
      pageInfo: pathIn(section, 'pageInfo', 'pageInfo', 'pageInfo'),
      types: {
        first: typeIn(types, 'first', 'Int', 'Int'),
        after: typeIn(types, 'after', 'String', 'String'),
      },
    };
  }
  return {
    style,
    size,
    limit: nameIn(section, 'limit', 'limit', 'limit'),
    offset: nameIn(section, 'offset', 'offset', 'offset'),
    types: { limit: typeIn(types, 'limit', 'Int', 'Int'), offset: typeIn(types, 'offset', 'Int', 'Int') },
  };
}
