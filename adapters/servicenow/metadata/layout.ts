import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Call, UpstreamLayout } from '../../../src/contract/index.ts';
import { sendBatch } from '../batch.ts';
import type { Answer } from '../errors.ts';
import { listPath } from '../read/path.ts';
import { recordsOf } from '../result.ts';
import { formOf, listOf, relatedOf } from './arrangement.ts';
import type { Arranged } from './arrangement.ts';
import { readCell } from '../values/cell.ts';

/** One table of the form and list designer: its rows hang on a head that names table and view. */
interface Part {
  readonly object: string;
  /** The reference that leads to the head. */
  readonly head: string;
  readonly fields: readonly string[];
  /** Columns of the head that must be empty: a list inside a form, a list that a user made for himself. */
  readonly without: readonly string[];
  readonly what: string;
}

/**
 * Facts 9. That the reference of sys_ui_element is called sys_ui_section, that a user's own list has sys_user, and that entries of related
 * lists are called `table.column` is from memory; a wrong name gives no rows, and so no layout.
 */
const PARTS = {
  list: {
    object: 'sys_ui_list_element',
    head: 'list_id',
    fields: ['element'],
    without: ['parent', 'sys_user'],
    what: 'the list layout',
  },
  sections: {
    object: 'sys_ui_form_section',
    head: 'sys_ui_form',
    fields: ['sys_ui_section', 'sys_ui_section.caption'],
    without: [],
    what: 'the sections of the form',
  },
  elements: {
    object: 'sys_ui_element',
    head: 'sys_ui_section',
    fields: ['element', 'type', 'sys_ui_section.caption'],
    without: [],
    what: 'the form layout',
  },
  related: {
    object: 'sys_ui_related_list_entry',
    head: 'list_id',
    fields: ['related_list'],
    without: [],
    what: 'the related lists',
  },
} as const satisfies Record<string, Part>;

/** Columns and formatters of one form, or of all related lists; no form has nearly as many. */
const MOST_ROWS = 1_000;

/** How the default view of a table is arranged; one request. Throws CasegraphError where no part of it could be read. */
export async function readLayout(table: BoundTable, call: Call): Promise<UpstreamLayout> {
  const parts = Object.values(PARTS);
  const answers = await sendBatch(
    parts.map((part) => pathOf(part, table.object)),
    call,
  );
  const read = answers.map((answer, index) => arrangedOf(answer, parts[index] as Part, table.object));
  const failures = read.filter((part) => part instanceof CasegraphError);
  if (failures.length === parts.length) throw failures[0] as CasegraphError;
  const [list, sections, elements, related] = read.map((part) =>
    part instanceof CasegraphError ? [] : part,
  ) as [Arranged[], Arranged[], Arranged[], Arranged[]];
  const notes = parts.flatMap(({ what }, index) => {
    const part = read[index];
    return part instanceof CasegraphError ? [`${capital(what)} could not be read: ${part.message}`] : [];
  });
  return { list: listOf(list), form: formOf(sections, elements), related: relatedOf(related), notes };
}

/** The default view has no name, and older layouts have no view at all. */
function pathOf({ object, head, fields, without }: Part, table: string): string {
  const query = [
    `${head}.name=${table}`,
    ...without.map((column) => `${head}.${column}ISEMPTY`),
    `${head}.viewISEMPTY`,
    `OR${head}.view.nameISEMPTY`,
    'ORDERBYposition',
  ].join('^');
  const headFields = ['name', 'view.name', ...without].map((column) => `${head}.${column}`);
  const asked = [...new Set(['position', head, ...fields, ...headFields])];
  return listPath({ object, query, fields: asked, limit: MOST_ROWS, whole: true });
}

/** The conditions are tested once more: ServiceNow ignores those that it does not understand. */
function arrangedOf(
  answer: Answer | CasegraphError,
  { object, head, without, what }: Part,
  table: string,
): readonly Arranged[] | CasegraphError {
  if (answer instanceof CasegraphError) return answer;
  try {
    const records = recordsOf(answer, { verb: 'read', name: `${what} (${object})`, object });
    return records.flatMap((record): Arranged[] => {
      const read = (field: string) => readCell(record[field])?.value ?? '';
      const empty = ['view.name', ...without].every((column) => read(`${head}.${column}`) === '');
      if (!empty || read(`${head}.name`) !== table) return [];
      return [{ head: read(head), position: Number(read('position')) || 0, read }];
    });
  } catch (error) {
    if (error instanceof CasegraphError) return error;
    throw error;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
