import type { Sandbox } from '../../sandbox/index.ts';

/** Columns of a record as ServiceNow stores them; references are sys_ids. */
export type SnColumns = Readonly<Record<string, string>>;

/** The sandbox's ServiceNow as its administrator sees it, past the gateway: for setting a scene, and for looking what became of it. */
export interface ServiceNowAdmin {
  /** All matching records, by an encoded query. */
  list(table: string, query: string): Promise<readonly SnColumns[]>;
  /** Throws when there is not exactly one. */
  one(table: string, query: string): Promise<SnColumns>;
  create(table: string, columns: SnColumns): Promise<SnColumns>;
  change(table: string, sysId: string, columns: SnColumns): Promise<SnColumns>;
  remove(table: string, sysId: string): Promise<void>;
}

const PARAMETERS = { sysparm_exclude_reference_link: 'true', sysparm_limit: '10000' };

export function serviceNowAdmin({ urls, credentials }: Sandbox): ServiceNowAdmin {
  const login = Buffer.from(`admin:${credentials.servicenow.logins['admin'] ?? ''}`).toString('base64');
  const headers = {
    authorization: `Basic ${login}`,
    accept: 'application/json',
    'content-type': 'application/json',
  };
  const call = async (method: string, path: string, body?: SnColumns): Promise<unknown> => {
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const response = await fetch(`${urls.servicenow}/api/now/table/${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as { result: unknown }).result;
  };
  const address = (path: string, more: Record<string, string> = {}): string =>
    `${path}?${new URLSearchParams({ ...PARAMETERS, ...more }).toString()}`;
  const list = async (table: string, query: string): Promise<readonly SnColumns[]> =>
    (await call('GET', address(table, { sysparm_query: query }))) as SnColumns[];
  return {
    list,
    one: async (table, query) => {
      const [only, ...more] = await list(table, query);
      if (only === undefined || more.length > 0)
        throw new Error(`${table} has ${more.length + (only ? 1 : 0)} records for ${query}`);
      return only;
    },
    create: async (table, columns) => (await call('POST', address(table), columns)) as SnColumns,
    change: async (table, sysId, columns) =>
      (await call('PATCH', address(`${table}/${sysId}`), columns)) as SnColumns,
    remove: async (table, sysId) => void (await call('DELETE', `${table}/${sysId}`)),
  };
}
