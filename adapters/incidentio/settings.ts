/** What can be chosen where the adapter is made: `options` of the connection. */
export interface IncidentIoOptions {
  /**
   * Where comments of the service desk are put, since the API writes no updates: at the end of the summary (default), in a text field of the incident by
   * its id or name, or nowhere.
   */
  readonly comments?: 'summary' | 'off' | { readonly customField: string };
  /** Text or link field that names the service desk's record, by its id or name. Without it the record is not named: the API has no place of its own for it. */
  readonly link?: { readonly customField: string };
  /** Whether the incident's channel is told of changes that come from here. Default: true. */
  readonly notifyChannel?: boolean;
}

export interface Settings {
  readonly comments: 'summary' | 'off' | { readonly customField: string };
  readonly link: { readonly customField: string } | null;
  readonly notifyChannel: boolean;
}

/** Throws RangeError, for whoever configures the gateway. */
export function settingsOf({
  comments = 'summary',
  link,
  notifyChannel = true,
}: IncidentIoOptions): Settings {
  if (comments !== 'summary' && comments !== 'off') requireField('comments', comments);
  if (link !== undefined) requireField('link', link);
  if (typeof notifyChannel !== 'boolean')
    throw new RangeError('incident.io notifyChannel: expected true or false');
  return { comments, link: link ?? null, notifyChannel };
}

function requireField(option: string, value: unknown): void {
  const field =
    typeof value === 'object' && value !== null ? (value as { customField?: unknown }).customField : null;
  if (typeof field === 'string' && field !== '' && field.length <= 100) return;
  throw new RangeError(
    `incident.io ${option}: expected { customField: "<id or name of a field>" }${option === 'comments' ? ', "summary" or "off"' : ''}`,
  );
}
