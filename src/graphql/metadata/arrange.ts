import type { UpstreamLayout } from '../../contract/index.ts';
import type {
  RemoteColumn,
  RemoteFormSection,
  RemoteLayoutSource,
  RemoteRelatedList,
  RemoteTable,
} from '../generated/schema.ts';
import { describeColumns } from './columns.ts';
import { defaultForm, defaultList, defaultPopup } from './defaults.ts';
import { displayColumn } from './display.ts';
import { inFields } from './instance-layout.ts';
import { follow, type Seen, type Sight } from './sight.ts';

type Arrangement = Pick<
  RemoteTable,
  'listLayout' | 'formSections' | 'popup' | 'relatedLists' | 'layoutSource' | 'layoutNote'
>;

/**
 * How a table is arranged for this viewer: as the owning system has it where that was asked for (`upstream`), else as declared, else by default, part by part.
 * What the viewer may not read is left out of all of them.
 */
export function arrange(
  sight: Sight,
  seen: Seen,
  columns: readonly RemoteColumn[],
  upstream: UpstreamLayout | null,
): Arrangement {
  const { table, presentation } = seen;
  const { layout } = presentation;
  const theirs = upstream === null ? null : inFields(sight, seen, upstream);
  const list = theirs?.list ?? layout.list ?? defaultList(columns, displayColumn(sight, seen));
  const form = theirs?.form ?? layout.form ?? [{ title: null, columns: defaultForm(table, columns) }];
  const related = theirs?.related ?? layout.related ?? [...table.lists.keys()];
  const pick = picker(columns);
  return {
    listLayout: pick(list),
    formSections: sectionsOf(form, pick),
    popup: pick(layout.popup ?? defaultPopup(list)),
    relatedLists: related.flatMap((name) => relatedList(sight, seen, name) ?? []),
    layoutSource: sourceOf(seen, theirs),
    layoutNote: upstream === null ? null : noteOf(seen, upstream, theirs),
  };
}

type Picker = (names: readonly string[]) => RemoteColumn[];

function picker(columns: readonly RemoteColumn[]): Picker {
  const readable = new Map(
    columns.filter((column) => column.readable).map((column) => [column.name, column]),
  );
  return (names) => names.flatMap((name) => readable.get(name) ?? []);
}

function sectionsOf(
  form: readonly { readonly title: string | null; readonly columns: readonly string[] }[],
  pick: Picker,
): RemoteFormSection[] {
  return form
    .map(({ title, columns }) => ({ title, columns: pick(columns) }))
    .filter(({ columns }) => columns.length > 0);
}

/** A list as its own table declares it, or by default: the owning system is not asked for each. */
function relatedList(sight: Sight, { table, presentation }: Seen, name: string): RemoteRelatedList | null {
  const list = table.lists.get(name);
  const target = list === undefined ? null : follow(sight, table, list);
  if (list === undefined || target === null) return null;
  const columns = describeColumns(sight, target);
  const names = target.presentation.layout.list ?? defaultList(columns, displayColumn(sight, target));
  const back = [...target.table.references.values()].find(
    (reference) => reference.column === list.column && reference.table === table.name,
  );
  const leadsBack = new Set([list.column, back?.name]);
  return {
    field: name,
    label: presentation.fields.get(name)?.label ?? name,
    table: target.table.name,
    columns: picker(columns)(names.filter((column) => !leadsBack.has(column))),
  };
}

function sourceOf({ presentation }: Seen, theirs: ReturnType<typeof inFields> | null): RemoteLayoutSource {
  const { list, form, related, popup } = presentation.layout;
  if (theirs !== null && (theirs.list ?? theirs.form ?? theirs.related) !== null) return 'INSTANCE';
  return (list ?? form ?? related ?? popup) === null ? 'DEFAULT' : 'DECLARED';
}

function noteOf(
  { table }: Seen,
  { notes }: UpstreamLayout,
  theirs: ReturnType<typeof inFields> | null,
): string | null {
  if (notes.length > 0) return notes.join(' ');
  const missing = [
    theirs?.list === null ? 'list' : '',
    theirs?.form === null ? 'form' : '',
    theirs?.related === null ? 'related lists' : '',
  ].filter((part) => part !== '');
  if (missing.length === 0) return null;
  return `The system that owns ${table.label} does not say how to arrange: ${missing.join(', ')}.`;
}
