import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../../sandbox/index.ts';
import type { ViewerClaims } from '../../../sandbox/world/world.ts';
import { devSettings } from '../../../src/cli/dev-config.ts';
import { loadConfig } from '../../../src/config/index.ts';
import { ADAPTERS, startGateway } from '../../../src/gateway.ts';
import { createLog } from '../../../src/observe/log.ts';
import { startIssuer } from '../../harness/issuer.ts';
import { stackOf, type Stack, type Who } from '../../harness/stack.ts';

/** Three sources of one table: the org of the provider for everybody, an org of ACME's own, and orders of the provider's org for EMEA. */
const TABLES = `
"What sales works on."
type Deal
  @table(label: "Deal", plural: "deals")
  @source(connection: "salesforce", object: "Opportunity", where: { closed: { eq: false } })
  @source(connection: "acme", object: "Opportunity", domain: "TOP/ACME", columns: { worth: "ExpectedRevenue" }, where: { type: { eq: "New Customer" } })
  @source(
    connection: "emea"
    object: "Order"
    domain: "TOP/ACME/EMEA"
    columns: { name: "OrderNumber", worth: "TotalAmount", stage: "Status", decided: "EffectiveDate", type: null, closed: null }
    where: { stage: { ne: "Draft" }, worth: { gt: "50000" } }
  )
  @cache(ttl: 300)
  @access(kinds: [AGENT], read: ["sn_customerservice_agent"]) {
  "Global id."
  id: ID! @key(column: "Id")
  "Salesforce's own id."
  key: ID @column(name: "Id", unique: true)
  "Name."
  name: String @column(name: "Name", unique: true)
  "Worth."
  worth: Decimal @column(name: "Amount")
  "How far it has got."
  stage: Choice @column(name: "StageName")
  "When it is decided."
  decided: Date @column(name: "CloseDate")
  "Kind of business: nobody may read it."
  type: String @column(name: "Type") @access(read: ["nobody"], adminOverrides: false)
  "Whether it is decided: nobody may read it."
  closed: Boolean @column(name: "IsClosed") @access(read: ["nobody"], adminOverrides: false)
  "Who buys."
  buyer: Buyer @reference(column: "AccountId")
}
"A customer as sales knows it."
type Buyer
  @table(label: "Buyer", plural: "buyers")
  @source(connection: "salesforce", object: "Account")
  @source(connection: "acme", object: "Account", domain: "TOP/ACME", columns: { about: "Industry" })
  @access(kinds: [AGENT], read: ["sn_customerservice_agent"]) {
  "Global id."
  id: ID! @key(column: "Id")
  "Name."
  name: String @column(name: "Name")
  "What is known of it."
  about: String @column(name: "BillingCity")
  "Deals with it."
  deals: DealConnection @related(column: "AccountId", via: "Account.Opportunities")
}
"Only for ACME and what lies below."
type Plan
  @table(label: "Plan", plural: "plans")
  @source(connection: "acme", object: "Campaign", domain: "TOP/ACME")
  @cache(ttl: 300)
  @access(kinds: [AGENT, CONTACT], read: ["sn_customerservice_agent"]) {
  "Global id."
  id: ID! @key(column: "Id")
  "Name."
  name: String @column(name: "Name")
}
`;

export interface TwoOrgs {
  /** With the provider's org. */
  readonly stack: Stack;
  /** The same gateway, with ACME's org. */
  readonly acme: Stack;
  readonly config: string;
  as(claims: Partial<ViewerClaims>): Promise<Who>;
  /** All queries that an org was sent since \`forget\`, one text each. */
  soql(org: 'provider' | 'acme'): Promise<readonly string[]>;
  /** What was asked, and what is remembered. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

export async function startTwoOrgs(): Promise<TwoOrgs> {
  // One seed: the records of both orgs have the same ids, so that nothing but the source tells them apart.
  const [provider, own] = await Promise.all([startSandbox({ cases: 40 }), startSandbox({ cases: 40 })]);
  const issuer = await startIssuer();
  const folder = mkdtempSync(join(tmpdir(), 'casegraph-sources-'));
  mkdirSync(join(folder, 'tables'));
  writeFileSync(join(folder, 'tables/deal.graphql'), TABLES);
  const config = join(folder, 'casegraph.json');
  writeFileSync(config, JSON.stringify(settings(provider, own, issuer.url)));
  const load = () => loadConfig(config, {}, { adapters: Object.keys(ADAPTERS) });
  const start = async () => startGateway({ config: await load(), log: createLog('silent') });
  const gateway = { now: await start() };
  const fresh = () => ({ stack: stackOf(provider, gateway.now), acme: stackOf(own, gateway.now) });
  const orgs = { ...fresh() };
  const { claims: agent } = provider.world.personas.find(({ name }) => name === 'agent')!;
  return Object.assign(orgs, {
    config,
    as: async (claims: Partial<ViewerClaims>) => ({ token: await issuer.sign(agent, { claims }) }),
    soql: async (org: 'provider' | 'acme') => {
      const asked = await (org === 'acme' ? orgs.acme : orgs.stack).requests('salesforce');
      return asked.filter(({ path }) => !path.includes('oauth2')).flatMap(queriesIn);
    },
    forget: async () => {
      await gateway.now.close();
      gateway.now = await start();
      Object.assign(orgs, fresh());
      await Promise.all([orgs.stack.forget(), orgs.acme.forget()]);
    },
    close: async () => {
      await gateway.now.close();
      await Promise.all([provider.close(), own.close(), issuer.close()]);
      rmSync(folder, { recursive: true });
    },
  });
}

function settings(provider: Sandbox, own: Sandbox, issuer: string) {
  const of = ({ urls, credentials, tokens }: Sandbox) =>
    devSettings({ ...urls, credentials, tokens }, 0, 8, ['./tables']);
  const { connections, ...rest } = of(provider);
  return {
    ...rest,
    identity: { issuer, audience: 'casegraph', jwks: `${issuer}/jwks` },
    connections: { ...connections, acme: of(own).connections.salesforce, emea: connections.salesforce },
  };
}

/** Several queries may travel in the body of one request. */
function queriesIn({ query, requestBody }: { readonly query: string; readonly requestBody: string }) {
  const found = [...`${query} ${requestBody}`.matchAll(/[?&]?q=([^&"\s]+)/g)];
  return found.map(([, text = '']) => decodeURIComponent(text.replaceAll('+', ' ')));
}
