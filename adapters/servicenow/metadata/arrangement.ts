import type { UpstreamLayout, UpstreamSection } from '../../../src/contract/index.ts';

/** A row of one of the designer's tables. */
export interface Arranged {
  /** What it hangs on: list, form, section. */
  readonly head: string;
  readonly position: number;
  readonly read: (field: string) => string;
}

/** Columns of the first list that was found: there is one per table and view. */
export function listOf(rows: readonly Arranged[]): UpstreamLayout['list'] {
  const columns = ofOneHead(rows).map(({ read }) => read('element'));
  return columns.length === 0 ? null : unique(columns);
}

/** Sections in the order of the form; those that no form names stand behind, the one without a caption first. */
export function formOf(sections: readonly Arranged[], elements: readonly Arranged[]): UpstreamLayout['form'] {
  const order = ofOneHead(sections).map(({ read }) => read('sys_ui_section'));
  const columns = new Map<string, { caption: string; columns: string[] }>();
  for (const { head, read } of [...elements].sort(byPosition)) {
    const section = columns.get(head) ?? { caption: read('sys_ui_section.caption'), columns: [] };
    columns.set(head, section);
    if (isColumn(read('element'), read('type'))) section.columns.push(read('element'));
  }
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const form = [...columns]
    .sort(([a, left], [b, right]) => place(a) - place(b) || left.caption.localeCompare(right.caption))
    .map(([, section]): UpstreamSection => ({
      title: section.caption === '' ? null : section.caption,
      columns: unique(section.columns),
    }))
    .filter((section) => section.columns.length > 0);
  return form.length === 0 ? null : form;
}

const RELATED = /^([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)$/;

/** Entries that name a relationship of their own (`REL:…`) say neither table nor column and are left out. */
export function relatedOf(rows: readonly Arranged[]): UpstreamLayout['related'] {
  const related = ofOneHead(rows).flatMap(({ read }) => {
    const [, object, column] = RELATED.exec(read('related_list')) ?? [];
    return object === undefined || column === undefined ? [] : [{ object, column }];
  });
  return related.length === 0 ? null : related;
}

/** Rows such as `.split` arrange the form, and formatters and annotations show no column. */
function isColumn(element: string, type: string): boolean {
  return element !== '' && !element.startsWith('.') && (type === '' || type === 'element');
}

function ofOneHead(rows: readonly Arranged[]): readonly Arranged[] {
  const sorted = [...rows].sort(byPosition);
  return sorted.filter(({ head }) => head === sorted[0]?.head);
}

function byPosition(left: Arranged, right: Arranged): number {
  return left.position - right.position;
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
