import type { TokenSource } from './tokens.ts';

/** A cell of a Table API answer with `sysparm_display_value=all`. */
export interface Cell {
  readonly value: string;
  readonly display_value: string | null;
}

export type TableRow = Readonly<Record<string, Cell | undefined>>;

export interface OpportunityRow {
  readonly Id: string;
  readonly AccountId: string;
  readonly Name: string;
  readonly StageName: string;
  readonly Amount: number | null;
  readonly CloseDate: string;
}

/** One request by the global fetch, as most tutorials write it. */
export interface Upstream {
  table(table: string, parameters: Readonly<Record<string, string>>): Promise<TableRow[]>;
  soql(query: string): Promise<OpportunityRow[]>;
}

export function createUpstream(
  servicenow: { url: string; token: TokenSource },
  salesforce: { url: string; token: TokenSource },
): Upstream {
  return {
    async table(table, parameters) {
      const query = new URLSearchParams({
        sysparm_display_value: 'all',
        sysparm_exclude_reference_link: 'true',
        ...parameters,
      });
      const answer = await get(
        `${servicenow.url}/api/now/table/${table}?${query.toString()}`,
        servicenow.token,
      );
      return (answer as { result: TableRow[] }).result;
    },
    async soql(query) {
      const rows: OpportunityRow[] = [];
      let path: string | undefined = `/services/data/v62.0/query?q=${encodeURIComponent(query)}`;
      while (path !== undefined) {
        const answer = await get(salesforce.url + path, salesforce.token);
        const page = answer as { records: OpportunityRow[]; nextRecordsUrl?: string };
        rows.push(...page.records);
        path = page.nextRecordsUrl;
      }
      return rows;
    },
  };
}

async function get(url: string, token: TokenSource): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: 'application/json', authorization: `Bearer ${await token()}` },
  });
  if (!response.ok)
    throw new Error(`upstream answered ${response.status}: ${(await response.text()).slice(0, 500)}`);
  return response.json();
}
