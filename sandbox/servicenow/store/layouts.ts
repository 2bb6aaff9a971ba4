import type { SnRecord } from '../../world/world.ts';
import { LAYOUTS } from '../dictionary/layouts.ts';
import type { TableLayout } from '../dictionary/layouts.ts';
import { stableId } from './stable-id.ts';

type Records = Map<string, SnRecord[]>;

/** The default view has an empty name (facts 9); the portal's is there so that a reader who takes any view is found out. */
const VIEWS = [
  { word: 'default', name: '', title: 'Default view' },
  { word: 'ess', name: 'ess', title: 'Self Service' },
] as const;
const viewId = (word: string): string => stableId(`sys_ui_view ${word}`);

/** Layouts of the designer as records: lists, forms with their sections, related lists. */
export function layoutRecords(): Records {
  const records: Records = new Map();
  for (const { word, name, title } of VIEWS)
    put(records, 'sys_ui_view', { sys_id: viewId(word), name, title });
  for (const [table, layout] of Object.entries(LAYOUTS)) {
    list(records, table, 'default', layout.list);
    // Lists that are not the table's default: of another view, inside another form, of one user.
    list(records, table, 'ess', ['number', 'sys_created_on']);
    list(records, table, 'default', ['state', 'number'], { parent: 'problem' });
    list(records, table, 'default', ['sys_id'], { sys_user: stableId('somebody') });
    form(records, table, layout);
    related(records, table, layout);
  }
  return records;
}

function put(records: Records, table: string, record: SnRecord): string {
  records.set(table, [...(records.get(table) ?? []), record]);
  return record.sys_id;
}

function list(
  records: Records,
  name: string,
  view: string,
  columns: readonly string[],
  more: Readonly<Record<string, string>> = {},
): void {
  const sysId = stableId(`sys_ui_list ${name} ${view} ${JSON.stringify(more)}`);
  put(records, 'sys_ui_list', { sys_id: sysId, name, view: viewId(view), ...more });
  columns.forEach((element, position) => {
    const id = stableId(`sys_ui_list_element ${sysId} ${element}`);
    put(records, 'sys_ui_list_element', { sys_id: id, list_id: sysId, element, position: String(position) });
  });
}

function form(records: Records, name: string, { form: sections }: TableLayout): void {
  const formId = put(records, 'sys_ui_form', {
    sys_id: stableId(`sys_ui_form ${name}`),
    name,
    view: viewId('default'),
  });
  sections.forEach(({ caption, elements }, position) => {
    const sectionId = put(records, 'sys_ui_section', {
      sys_id: stableId(`sys_ui_section ${name} ${caption}`),
      name,
      caption,
      view: viewId('default'),
    });
    put(records, 'sys_ui_form_section', {
      sys_id: stableId(`sys_ui_form_section ${sectionId}`),
      sys_ui_form: formId,
      sys_ui_section: sectionId,
      position: String(position),
    });
    elements.forEach((element, at) => {
      put(records, 'sys_ui_element', {
        sys_id: stableId(`sys_ui_element ${sectionId} ${element}`),
        sys_ui_section: sectionId,
        element,
        position: String(at),
        type: typeOf(element),
      });
    });
  });
}

/** Rows that arrange the form carry their name as their type; formatters are files. */
function typeOf(element: string): string {
  if (element.startsWith('.')) return element;
  return element.endsWith('.xml') ? 'formatter' : 'element';
}

function related(records: Records, name: string, { related: entries }: TableLayout): void {
  const listId = put(records, 'sys_ui_related_list', {
    sys_id: stableId(`sys_ui_related_list ${name}`),
    name,
    view: viewId('default'),
  });
  entries.forEach((entry, position) => {
    const id = stableId(`sys_ui_related_list_entry ${listId} ${entry}`);
    put(records, 'sys_ui_related_list_entry', {
      sys_id: id,
      list_id: listId,
      related_list: entry,
      position: String(position),
    });
  });
}
