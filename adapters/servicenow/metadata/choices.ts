import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Call, ChoiceList, Column } from '../../../src/contract/index.ts';
import { get } from '../get.ts';
import { listPath } from '../read/path.ts';
import { recordsOf } from '../result.ts';
import { readCell } from '../values/cell.ts';
import { listsByColumn } from './choice-lists.ts';
import type { Entry } from './choice-lists.ts';
import { DEFAULT_LANGUAGE, languageOf } from './language.ts';
import { knownAncestors, readAncestors } from './lineage.ts';

const OBJECT = 'sys_choice';
const DOING = { verb: 'read', name: `choice lists (${OBJECT})`, object: OBJECT } as const;
const FIELDS = ['name', 'element', 'value', 'label', 'inactive', 'language', 'dependent_value', 'sequence'];
/** A list that is longer than this with those of the other columns is no list to choose from. */
const MOST_ENTRIES = 10_000;

/**
 * The choice lists of a table, from sys_choice (facts 5.7): those of the table itself, and where it has none for a column, those of the
 * nearest table that it extends. One request for the platform's own tables; up to three for a table whose place in the hierarchy must be asked.
 */
export async function readChoices(table: BoundTable, call: Call): Promise<ReadonlyMap<string, ChoiceList>> {
  const columns = [...table.columns.values()].filter(({ type }) => type === 'choice');
  if (columns.length === 0) return new Map();
  const language = languageOf(table);
  const known = knownAncestors(table.object);
  const lineage = [table.object, ...(known ?? [])];
  const lists = listsByColumn(columns, lineage, language, await entries(lineage, columns, language, call));
  const missing = columns.filter(({ name }) => !lists.has(name));
  if (known !== null || missing.length === 0) return lists;
  const above = await readAncestors(table.object, call);
  if (above.length === 0) return lists;
  const inherited = listsByColumn(missing, above, language, await entries(above, missing, language, call));
  return new Map([...lists, ...inherited]);
}

async function entries(
  objects: readonly string[],
  columns: readonly Column[],
  language: string,
  call: Call,
): Promise<readonly Entry[]> {
  const languages = [...new Set([language, DEFAULT_LANGUAGE])];
  const query = [
    `nameIN${objects.join(',')}`,
    `elementIN${columns.map(({ upstream }) => upstream).join(',')}`,
    `languageIN${languages.join(',')}`,
    'ORDERBYsequence',
  ].join('^');
  const path = listPath({ object: OBJECT, query, fields: FIELDS, limit: MOST_ENTRIES, whole: true });
  const records = recordsOf(await get(path, call), DOING);
  if (records.length === MOST_ENTRIES) throw tooMany();
  return records.map((record) => {
    const read = (field: string) => readCell(record[field])?.value;
    const [name, element, value] = [read('name'), read('element'), read('value')];
    if (name === undefined || element === undefined || value === undefined) throw hidden();
    return {
      name,
      element,
      value,
      label: read('label') || value,
      inactive: read('inactive') === 'true',
      language: read('language') || DEFAULT_LANGUAGE,
      dependentValue: read('dependent_value') ?? '',
      sequence: Number(read('sequence') || Number.NaN),
    };
  });
}

/** Measured: accounts without a role for it get rows that hold nothing but the label (facts 5.7). */
function hidden(): CasegraphError {
  return new CasegraphError(
    'upstream-unauthorized',
    `The gateway's ServiceNow account may read only parts of the choice lists. An administrator should grant it read on ${OBJECT} and its columns.`,
  );
}

function tooMany(): CasegraphError {
  return new CasegraphError(
    'upstream-rejected',
    `ServiceNow has more than ${MOST_ENTRIES} entries in the choice lists of this table.`,
  );
}
