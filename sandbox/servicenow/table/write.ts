import type { SandboxResponse } from '../../http/service.ts';
import type { SnRecord } from '../../world/world.ts';
import { decided } from '../access/acl.ts';
import type { TableDefinition } from '../dictionary/column.ts';
import { aclFailure, operationFailed } from '../http/api-error.ts';
import { result } from '../http/answer.ts';
import { readJsonBody } from '../http/json-body.ts';
import type { Change } from '../rules/change.ts';
import { runBeforeRules } from '../rules/run.ts';
import type { Row } from '../store/row.ts';
import { formatDateTime } from '../store/time.ts';
import { rowWriter } from './cells.ts';
import type { TableContext } from './context.ts';
import { defaults, domainPath } from './defaults.ts';
import { readInput } from './input.ts';
import type { Input } from './input.ts';
import { readParameters } from './parameters.ts';
import { followUp } from './follow-up.ts';
import { requireRecord } from './read.ts';

/** Values with the path of their domain beside it. */
function withDomainPath(context: TableContext, values: Record<string, string>): Record<string, string> {
  const { sys_domain: domain } = values;
  return domain === undefined ? values : { ...values, sys_domain_path: domainPath(context, domain) };
}

function changeOf(
  context: TableContext,
  table: TableDefinition,
  before: Readonly<Record<string, string>>,
  insert: boolean,
  input: Input,
): Change {
  const { instance, caller } = context;
  return {
    store: instance.store,
    caller,
    table,
    insert,
    before,
    changes: withDomainPath(context, input.values),
    journals: input.journals,
    now: formatDateTime(instance.options.now()),
    priorityLookup: instance.options.priorityLookup !== false,
  };
}

function answer(
  context: TableContext,
  status: number,
  row: Row,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return result(status, rowWriter(context, readParameters(context.request.query))(row), headers);
}

/** A sys_id that is taken: what a real instance says was not seen, so it is the database's unique key, as a failed operation. */
function requireFree(context: TableContext, sysId: string): void {
  if (context.sight.store.holds(context.table, sysId)) {
    throw operationFailed(
      `Error during insert of ${context.table.name}: Unique Key violation detected by database`,
    );
  }
}

/** POST. Everything that can refuse comes before anything is stored. */
export function create(context: TableContext): SandboxResponse {
  const { instance, caller, table } = context;
  const allowed = instance.acls.row(caller, table, 'create');
  if (allowed === false) throw aclFailure('Insert');
  const input = readInput(context, table, readJsonBody(context.request), true);
  const sysId = input.sysId ?? instance.newSysId();
  const change = changeOf(context, table, {}, true, {
    ...input,
    values: { ...defaults(context), ...input.values },
  });
  if (!decided(allowed, { sys_id: sysId, ...change.changes })) throw aclFailure('Insert');
  requireFree(context, sysId);
  runBeforeRules(change);
  const number =
    change.changes.number === undefined || change.changes.number === ''
      ? instance.store.nextNumber(table)
      : change.changes.number;
  const values: SnRecord = {
    ...change.changes,
    ...(table.columns.has('number') ? { number } : {}),
    ...(table.columns.has('task_effective_number') ? { task_effective_number: number } : {}),
    ...(table.columns.has('sys_class_name') ? { sys_class_name: table.name } : {}),
    sys_id: sysId,
    sys_created_on: change.now,
    sys_created_by: caller.userName,
    sys_updated_on: change.now,
    sys_updated_by: caller.userName,
    sys_mod_count: '0',
  };
  const row = instance.store.insert(table, values);
  followUp(context, row, change);
  return answer(context, 201, row, {
    Location: `${context.request.origin}${context.base}/table/${table.name}/${sysId}`,
  });
}

/** PUT and PATCH: only the given columns change. A write that changes nothing leaves the record as it is. */
export function update(context: TableContext, sysId: string): SandboxResponse {
  const { instance, caller } = context;
  const row = requireRecord(context, sysId);
  if (!decided(instance.acls.row(caller, row.table, 'write'), row.values)) throw aclFailure('Update');
  const input = readInput(context, row.table, readJsonBody(context.request), false);
  const change = changeOf(context, row.table, row.values, false, input);
  if (!runBeforeRules(change)) return answer(context, 200, row);
  const differs = Object.entries(change.changes).some(([name, value]) => value !== (row.values[name] ?? ''));
  if (differs || Object.keys(change.journals).length > 0) {
    instance.store.update(row, {
      ...change.changes,
      sys_updated_on: change.now,
      sys_updated_by: caller.userName,
      sys_mod_count: String(Number(row.values.sys_mod_count ?? 0) + 1),
    });
    followUp(context, row, change);
  }
  return answer(context, 200, row);
}

export function remove(context: TableContext, sysId: string): SandboxResponse {
  const { instance, caller } = context;
  const row = requireRecord(context, sysId);
  if (!decided(instance.acls.row(caller, row.table, 'delete'), row.values)) throw aclFailure('Delete');
  instance.store.remove(row);
  return { status: 204 };
}
