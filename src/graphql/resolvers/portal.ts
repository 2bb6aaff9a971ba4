import type { GraphQLResolveInfo } from 'graphql';
import type { Viewer } from '../../access/viewer.ts';
import { CASE_STATES } from '../../cases/case-facts.ts';
import { CasegraphError } from '../../contract/index.ts';
import { cellText } from '../../engine/cell-text.ts';
import type { TableDefinition } from '../../engine/definition.ts';
import { ROW, type Rows, type Wanted, type WantedFilter } from '../../engine/query.ts';
import type { GraphContext } from '../context.ts';
import type { CaseList, QueryMyCasesArgs, QueryMyRequestsArgs } from '../generated/schema.ts';
import { toListArguments } from '../list-arguments.ts';
import { DEFAULT_PAGE } from '../published/names.ts';
import { addRows, selectRows } from '../selection.ts';

/** Requests that My Requests looks through for their cases; nobody has as many. */
const REQUESTS = 1000;

/** The lists of a customer portal. The rules of the tables decide what each customer sees; here is only what is listed where. */
export const portalResolvers = {
  Query: {
    myCases: async (
      _: unknown,
      values: QueryMyCasesArgs,
      context: GraphContext,
      info: GraphQLResolveInfo,
    ) => {
      requireCustomer(context.viewer, 'myCases', 'cases');
      const filter = await caseFilter(context, values.list ?? 'ALL');
      return page(context, info, 'Case', filter, values);
    },
    myRequests: (
      _: unknown,
      values: QueryMyRequestsArgs,
      context: GraphContext,
      info: GraphQLResolveInfo,
    ) => {
      requireCustomer(context.viewer, 'myRequests', 'serviceRequests');
      return page(context, info, 'PortalRequest', OF_A_CASE, values);
    },
  },
};

/** Ordered for a case that the viewer sees: the case's own rules decide. */
const OF_A_CASE: WantedFilter = { op: 'through', relation: 'case', test: 'some', filter: null };

async function caseFilter(context: GraphContext, list: CaseList): Promise<Wanted> {
  switch (list) {
    case 'ALL':
      return null;
    case 'ACTION_NEEDED':
      return { op: 'eq', column: 'state', value: CASE_STATES.resolved };
    case 'MY_ISSUES':
      return reportedBy(context.viewer);
    case 'MY_REQUESTS':
      return withRequests(context);
  }
}

/** The cases that a customer reported: a contact's by the contact, a consumer's by the consumer. */
function reportedBy({ kind, user, consumer }: Viewer): Wanted {
  const key = kind === 'contact' ? user : consumer;
  if (key === undefined) return false;
  return { op: 'eq', column: kind === 'contact' ? 'contactId' : 'consumerId', value: key };
}

/** Read from the customer's few cases, not from everybody's requests. */
async function withRequests(context: GraphContext): Promise<Wanted> {
  const table = tableOf(context, 'PortalRequest');
  const column = table.references.get('case')?.column ?? '';
  const filter: WantedFilter = {
    op: 'through',
    relation: 'case',
    test: 'some',
    filter: reportedBy(context.viewer),
  };
  addRows({ context }, REQUESTS);
  const order = [{ column: table.key, direction: 'asc' as const }];
  const list = { filter, order, first: REQUESTS, after: null, count: false };
  const select = { columns: new Set([column]), relations: new Map() };
  const { nodes, hasNextPage } = await context.reader.list(table, list, select);
  if (hasNextPage)
    throw new CasegraphError(
      'too-complex',
      `You have more than ${REQUESTS} requests. Read them by myRequests.`,
    );
  const cases = [...new Set(nodes.flatMap(({ [ROW]: row }) => cellText(row, column) ?? []))];
  return cases.length === 0 ? false : { op: 'in', column: tableOf(context, 'Case').key, values: cases };
}

/** One page of a list, what changed last first. */
async function page(
  context: GraphContext,
  info: GraphQLResolveInfo,
  type: string,
  filter: Wanted,
  { first, last, after, before }: Omit<QueryMyRequestsArgs, 'list'>,
): Promise<Rows> {
  const table = tableOf(context, type);
  const { engine, limits } = context;
  const given = { first, last, after, before, orderBy: [{ updatedAt: 'DESC' }] };
  const reading = { catalog: engine.catalog, limits, defaultPage: DEFAULT_PAGE };
  const list = toListArguments(table, given, false, reading);
  const { select, count } = selectRows(context, info, table, list.first);
  return context.reader.list(table, { ...list, filter, count }, select);
}

function requireCustomer({ kind }: Viewer, field: string, instead: string): void {
  if (kind === 'contact' || kind === 'consumer') return;
  throw new CasegraphError('forbidden', `${field} is for contacts and consumers. Read ${instead} instead.`);
}

function tableOf({ engine }: GraphContext, type: string): TableDefinition {
  const table = engine.catalog.tables.get(type);
  if (table === undefined)
    throw new CasegraphError('internal', `The portal needs a table ${type}, and none is declared.`);
  return table;
}
