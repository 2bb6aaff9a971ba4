/** Which side prevails where both have moved. */
export type Side = 'tool' | 'servicenow';

/** When an incident of the tool becomes one of ServiceNow, and whether the two then follow each other. */
export type ForwardingMode = 'always-after-forwarding' | 'always' | 'only-on-forwarding';

export type Journal = 'work_notes' | 'comments';

/** How the incidents of one tool are forwarded to one table of a ServiceNow instance. Columns and values are ServiceNow's own. */
export interface ForwardingRule {
  /** Connection to the tool. */
  readonly from: string;
  /** Connection to the instance. */
  readonly to: string;
  readonly table: string;
  readonly mode: ForwardingMode;
  readonly states: StateRule;
  readonly close: CloseRule;
  readonly severity: { readonly primary: SeverityRule | null; readonly secondary: SeverityRule | null };
  readonly winner: { readonly resolve: Side; readonly reopen: Side };
  readonly comments: { readonly to: Journal | null; readonly from: readonly Journal[] };
  readonly tasks: TaskRule | null;
  /** Columns that every new record gets: what the table insists on, such as a caller. */
  readonly values: Readonly<Record<string, string>>;
}

export interface StateRule {
  /** Of a new record. */
  readonly new: string;
  /** What open states of the tool become afterwards. */
  readonly open: string;
  readonly resolved: string;
  /** All in which nobody works on the record any more, `resolved` included. */
  readonly over: readonly string[];
  /** Of these, the ones that refuse every change. */
  readonly closed: readonly string[];
  /** Single states of the tool that become something else, by the tool's value. */
  readonly tool: Readonly<Record<string, string>>;
}

export interface CloseRule {
  /** `null`: the table has no such column. */
  readonly codeField: string | null;
  readonly code: string;
  readonly notesField: string | null;
  /** Where nothing was said when the incident was resolved. */
  readonly notes: string;
}

export interface SeverityRule {
  readonly field: string;
  /** By the tool's value, in any case. */
  readonly values: Readonly<Record<string, string>>;
  readonly on: 'create' | 'change' | 'both';
}

export interface TaskRule {
  readonly table: string;
  /** Column that names the incident. */
  readonly parent: string;
  readonly open: string;
  readonly closed: string;
}
