/**
 * Tables that the synchronisation reads and writes for itself, as declarations: no client ever reaches them, and their columns have ServiceNow's own
 * names. Rows carry no domain here: whoever is told of a record, the gateway itself follows all that its account sees.
 */
export function ownTables(connection: string, leaseTable: string): string {
  const table = (name: string, object: string, columns: string, more = ''): string => `
type ${name} @table(label: "${name}", plural: "own${name}s", reach: INTERNAL)
  @source(connection: "${connection}", object: "${object}") ${more}
  @access(kinds: [SERVICE], read: ["casegraph"], create: ["casegraph"], write: ["casegraph"], delete: ["casegraph"]) {
  sys_id: ID! @key(column: "sys_id")
  ${columns}
}`;
  const record = (columns: string): string => `${TASK} ${columns}`;
  return [
    table(
      'SyncCase',
      'sn_customerservice_case',
      record(CASE),
      '@writeOnly(name: "work_notes", column: "work_notes")',
    ),
    table(
      'SyncIncident',
      'incident',
      record('state: Choice hold_reason: Choice close_code: Choice close_notes: String'),
    ),
    table('SyncProblem', 'problem', record(PROBLEM)),
    table('SyncChange', 'change_request', record(CHANGE)),
    table(
      'SyncRequest',
      'sc_request',
      record('state: Choice request_state: Choice close_notes: String parent: ID'),
    ),
    table('SyncItem', 'sc_req_item', record('request: ID case_key: ID @column(name: "request.parent")')),
    table('SyncAudit', 'sys_audit', AUDIT),
    table('SyncJournal', 'sys_journal_field', JOURNAL),
    table('SyncArticleLink', 'm2m_kb_task', ARTICLE_LINK),
    table('SyncArticle', 'kb_knowledge', ARTICLE),
    table('SyncUser', 'sys_user', 'user_name: String'),
    table('SyncLease', leaseTable, LEASE),
  ].join('\n');
}

/** Of the tables above, by ServiceNow's names. */
export const OWN_TABLES = {
  sn_customerservice_case: 'SyncCase',
  incident: 'SyncIncident',
  problem: 'SyncProblem',
  change_request: 'SyncChange',
  sc_request: 'SyncRequest',
  sc_req_item: 'SyncItem',
} as const;

export type FollowedObject = keyof typeof OWN_TABLES;

const TASK = 'number: String sys_created_on: DateTime sys_updated_on: DateTime sys_mod_count: Int';

const CASE =
  'state: String incident: ID problem: ID change: ID caused_by: ID parent: ID major_case_state: String';

const PROBLEM = `state: Choice resolution_code: Choice cause_notes: String fix_notes: String workaround: String close_notes: String known_error: Boolean
  primary_known_error_article: ID
  link: URL @url(template: "{instance}/nav_to.do?uri=problem.do%3Fsys_id%3D{sys_id}")`;

const CHANGE =
  'state: Choice type: Choice on_hold: Boolean on_hold_reason: String close_code: Choice close_notes: String';

const AUDIT = `tablename: String fieldname: String documentkey: String oldvalue: String newvalue: String record_checkpoint: Int
  sys_created_on: DateTime`;

const JOURNAL = `name: String element_id: String element: String value: String @column(name: "value", type: TEXT)
  sys_created_on: DateTime sys_created_by: String`;

const ARTICLE_LINK = `kb_knowledge: ID task: ID task_class: String @column(name: "task.sys_class_name") sys_created_on: DateTime`;

const ARTICLE = `number: String short_description: String
  link: URL @url(template: "{instance}/nav_to.do?uri=kb_view.do%3Fsys_kb_id%3D{sys_id}")`;

const LEASE = `name: String @column(name: "name", writable: true) value: String @column(name: "value", writable: true)
  user: ID @column(name: "user", writable: true)`;
