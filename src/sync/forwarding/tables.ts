import type { ForwardingRule } from './rule.ts';

/** Names of the declarations that one rule reads and writes through. */
export interface RuleTables {
  readonly record: string;
  readonly journal: string;
  readonly task: string;
}

export function tablesOf(index: number): RuleTables {
  return { record: `Forwarded${index}`, journal: `ForwardedJournal${index}`, task: `ForwardedTask${index}` };
}

/** The tables of one rule, as declarations that no client ever reaches; columns have ServiceNow's own names. */
export function forwardingTables(rule: ForwardingRule, index: number): string {
  const names = tablesOf(index);
  const written = new Map<string, string>([
    ['state', 'Choice'],
    ['short_description', 'String'],
    ['description', 'String'],
    ['correlation_id', 'String'],
    ['correlation_display', 'String'],
    ...closeFields(rule),
    ...severityFields(rule),
  ]);
  const beside = new Set(['work_notes', 'comments', 'sys_domain', ...Object.keys(rule.values)]);
  const writeOnly = [...beside].filter((name) => !written.has(name));
  const parts = [
    table(
      rule,
      names.record,
      rule.table,
      `number: String sys_updated_on: DateTime sys_mod_count: Int ${columns(written)}`,
      writeOnly,
    ),
    table(rule, names.journal, 'sys_journal_field', JOURNAL, []),
  ];
  if (rule.tasks !== null) {
    const task = new Map([...TASK, [rule.tasks.parent, 'ID'] as const]);
    parts.push(table(rule, names.task, rule.tasks.table, columns(task), []));
  }
  return parts.join('\n');
}

function closeFields({ close }: ForwardingRule): readonly (readonly [string, string])[] {
  return [
    ...(close.codeField === null ? [] : [[close.codeField, 'Choice'] as const]),
    ...(close.notesField === null ? [] : [[close.notesField, 'String'] as const]),
  ];
}

function severityFields({
  severity: { primary, secondary },
}: ForwardingRule): readonly (readonly [string, string])[] {
  return [primary, secondary].flatMap((each) => (each === null ? [] : [[each.field, 'Choice'] as const]));
}

const TASK: readonly (readonly [string, string])[] = [
  ['state', 'Choice'],
  ['short_description', 'String'],
  ['description', 'String'],
  ['correlation_id', 'String'],
  ['correlation_display', 'String'],
];

const JOURNAL = `element_id: String element: String value: String @column(name: "value", type: TEXT) sys_created_on: DateTime
  sys_created_by: String`;

const LONG: ReadonlySet<string> = new Set(['description', 'close_notes']);

function columns(given: ReadonlyMap<string, string>): string {
  return [...given]
    .map(([name, type]) => {
      const long = LONG.has(name) ? ', type: TEXT' : '';
      return `${name}: ${type} @column(name: "${name}", writable: true${long})`;
    })
    .join('\n  ');
}

function table(
  { to }: ForwardingRule,
  name: string,
  object: string,
  fields: string,
  writeOnly: readonly string[],
): string {
  const hidden = writeOnly.map((column) => `@writeOnly(name: "${column}", column: "${column}")`).join(' ');
  return `
type ${name} @table(label: "${name}", plural: "own${name}s", reach: INTERNAL)
  @source(connection: "${to}", object: "${object}") ${hidden}
  @access(kinds: [SERVICE], read: ["casegraph"], create: ["casegraph"], write: ["casegraph"]) {
  sys_id: ID! @key(column: "sys_id")
  ${fields}
}`;
}
