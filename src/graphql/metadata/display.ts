import { mayRead, type Seen, type Sight } from './sight.ts';

/** Names that columns have which tell rows apart for people, the best first. */
const TELLING = ['name', 'number', 'title', 'subject', 'label', 'displayName', 'shortDescription'];

/**
 * The column that stands for a row: the declared one, else the best by its name, else the first short text. Only what the viewer may read;
 * `null` where that leaves none.
 */
export function displayColumn(sight: Sight, { table, presentation }: Seen): string | null {
  const texts = [...table.columns.values()].filter(
    ({ hidden, type, name }) => !hidden && type === 'string' && mayRead(sight, table, name),
  );
  const names = texts.map(({ name }) => name);
  const wanted = [presentation.layout.display, ...TELLING].find(
    (name) => name !== null && names.includes(name),
  );
  return wanted ?? names[0] ?? null;
}
