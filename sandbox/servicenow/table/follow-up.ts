import { auditLines } from '../audit/lines.ts';
import type { Change } from '../rules/change.ts';
import type { Row } from '../store/row.ts';
import type { TableContext } from './context.ts';

function writeJournals(context: TableContext, row: Row, change: Change): void {
  const table = context.sight.store.dictionary.get('sys_journal_field');
  if (!table) return;
  for (const [element, value] of Object.entries(change.journals)) {
    context.sight.store.insert(table, {
      sys_id: context.instance.newSysId(),
      name: row.table.name,
      element_id: row.values.sys_id,
      element,
      value,
      sys_created_on: change.now,
      sys_created_by: context.caller.userName,
    });
  }
}

/** What a stored write brings with it: journal entries, history and an event. `row` is as it stands after the write, `change` knows what was. */
export function followUp(context: TableContext, row: Row, change: Change): void {
  const { sys_id: sysId, sys_mod_count: count = '' } = row.values;
  writeJournals(context, row, change);
  context.instance.audit.write(auditLines(change, sysId, count), change.now);
  context.instance.events.publish(row, change.insert ? 'insert' : 'update');
}
