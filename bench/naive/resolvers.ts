import type { Loaders, Table } from './loaders.ts';
import type { Cell, OpportunityRow, TableRow, Upstream } from './upstream.ts';

export interface Context {
  readonly upstream: Upstream;
  readonly loaders: Loaders;
  readonly salesforceUrl: string;
}

type Resolver<Parent> = (
  parent: Parent,
  args: Readonly<Record<string, unknown>>,
  context: Context,
) => unknown;

const CASE_FIELDS =
  'sys_id,number,short_description,state,priority,account,contact,incident,problem,change,caused_by';

const text =
  (column: string): Resolver<TableRow> =>
  (row) =>
    row[column]?.value;

const choice =
  (column: string): Resolver<TableRow> =>
  (row) =>
    asChoice(row[column]);

const reference =
  (column: string, table: Table): Resolver<TableRow> =>
  (row, _args, { loaders }) => {
    const id = row[column]?.value ?? '';
    return id === '' ? null : loaders.table[table].load(id);
  };

const cases: Resolver<unknown> = async (_root, { first }, { upstream }) => {
  const nodes = await upstream.table('sn_customerservice_case', {
    sysparm_query: 'ORDERBYnumber',
    sysparm_fields: CASE_FIELDS,
    sysparm_limit: String(Number(first ?? 20)),
  });
  return { nodes };
};

const caseByNumber: Resolver<unknown> = async (_root, { number }, { upstream }) => {
  const [row] = await upstream.table('sn_customerservice_case', {
    sysparm_query: `number=${String(number)}`,
    sysparm_fields: CASE_FIELDS,
    sysparm_limit: '1',
  });
  return row ?? null;
};

const opportunities: Resolver<TableRow> = async (row, { first, filter }, { loaders }) => {
  const account = row['u_salesforce_account_id']?.value ?? '';
  if (account === '') return { nodes: [] };
  const closed = (filter as { isClosed?: { eq?: boolean } } | undefined)?.isClosed?.eq;
  const rows = await loaders.opportunities.load({ account, closed });
  return { nodes: rows.slice(0, Number(first ?? rows.length)) };
};

const opportunity: Record<string, Resolver<OpportunityRow>> = {
  name: (row) => row.Name,
  stage: (row) => ({ value: row.StageName, label: row.StageName }),
  amount: (row) => row.Amount,
  closeDate: (row) => row.CloseDate,
  recordUrl: (row, _args, { salesforceUrl }) => `${salesforceUrl}/lightning/r/Opportunity/${row.Id}/view`,
};

export const resolvers = {
  Query: { cases, case: caseByNumber },
  Case: {
    number: text('number'),
    shortDescription: text('short_description'),
    state: choice('state'),
    priority: choice('priority'),
    account: reference('account', 'customer_account'),
    contact: reference('contact', 'customer_contact'),
    incident: reference('incident', 'incident'),
    problem: reference('problem', 'problem'),
    changeRequest: reference('change', 'change_request'),
    causedByChange: reference('caused_by', 'change_request'),
  },
  Account: { name: text('name'), opportunities },
  Contact: { name: text('name'), email: text('email') },
  Incident: { number: text('number'), state: choice('state') },
  Problem: { number: text('number'), state: choice('state') },
  ChangeRequest: { number: text('number'), state: choice('state') },
  Opportunity: opportunity,
};

function asChoice(cell: Cell | undefined): { value: string; label: string } | null {
  return cell === undefined || cell.value === ''
    ? null
    : { value: cell.value, label: cell.display_value ?? cell.value };
}
