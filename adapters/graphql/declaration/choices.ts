import type { BoundTable } from '../../../src/contract/index.ts';
import { quote } from '../names.ts';
import type { ChoicePaths } from './declared.ts';
import type { Section } from './section.ts';
import { pathIn, sectionOf } from './section.ts';

const AT = 'options.choices';

/** `{ state: { value: "code", label: "name" } }` below the column's own field, or `{ state: { labels: { OPEN: "Open" } } }` for an enum. */
export function choicesOf(
  given: unknown,
  table: BoundTable,
  report: Section['report'],
): ReadonlyMap<string, ChoicePaths> {
  const columns = sectionOf(given, AT, null, report)?.values ?? {};
  return new Map(
    Object.entries(columns).flatMap(([name, paths]) => {
      const at = `${AT}.${name}`;
      if (table.columns.get(name)?.type !== 'choice')
        report(`${at}: ${quote(name)} is no column of type choice of ${table.name}; leave it out`);
      const section = sectionOf(paths, at, ['value', 'label', 'labels'], report);
      return section === null ? [] : [[name, pathsOf(section)] as const];
    }),
  );
}

function pathsOf(section: Section): ChoicePaths {
  const value = pathIn(section, 'value', 'value', '');
  const label = pathIn(section, 'label', 'label', value.join('.'));
  if ((value.length === 0) !== (label.length === 0))
    section.report(`${section.at} gives one path; write both: { value: "code", label: "name" }`);
  const labels =
    sectionOf(section.values['labels'], `${section.at}.labels`, null, section.report)?.values ?? {};
  return {
    value,
    label,
    labels: new Map(Object.entries(labels).map(([name, text]) => [name, String(text)])),
  };
}
