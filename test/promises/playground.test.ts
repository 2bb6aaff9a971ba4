import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../src/access/viewer.ts';
import { CasegraphError } from '../../src/contract/index.ts';
import { startHttp } from '../../src/http/index.ts';
import type { HttpOptions, HttpServer, OperationInput, PersonaToken } from '../../src/http/index.ts';

/** The playground in a real browser: one click to act as a persona, one to run an example, nothing from anywhere else. */

const CHROMIUM = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));
if (CHROMIUM === undefined)
  console.warn('playground.test.ts is skipped: no Chromium found (set CHROMIUM_PATH).');
// Pictures of the page are kept where this says.
const PICTURES = process.env['PLAYGROUND_PICTURES'];

const typeDefs = /* GraphQL */ `
  type Query {
    cases(first: Int, orderBy: [CaseOrder!]): CaseConnection
    case(number: String, id: ID): Case
    viewer: Viewer!
  }
  type Mutation {
    createIncidentFromCase(input: CreateIncidentFromCaseInput!): CreateIncidentFromCasePayload!
  }
  input CreateIncidentFromCaseInput {
    caseId: ID!
    idempotencyKey: String
  }
  type CreateIncidentFromCasePayload {
    case: Case
    incident: Related
    userErrors: [UserError!]!
  }
  type UserError {
    code: String!
    message: String!
    field: [String!]
  }
  input CaseOrder {
    number: Direction
  }
  enum Direction {
    ASC
    DESC
  }
  type CaseConnection {
    nodes: [Case!]
  }
  type Choice {
    value: String!
    label: String!
  }
  "A customer's case."
  type Case {
    id: ID!
    number: String
    shortDescription: String
    state: Choice
    priority: Choice
    account: Account
    contact: Contact
    incident: Related
    problem: Related
    changeRequest: Related
    causedByChange: Related
  }
  type Contact {
    name: String
    email: String
  }
  type Related {
    number: String
    state: Choice
    priority: Choice
    impact: Choice
    urgency: Choice
  }
  type Account {
    name: String
    opportunities(first: Int, filter: OpportunityFilter, orderBy: [OpportunityOrder!]): OpportunityConnection
  }
  input OpportunityFilter {
    isClosed: BooleanFilter
  }
  input BooleanFilter {
    eq: Boolean
  }
  input OpportunityOrder {
    closeDate: Direction
  }
  type OpportunityConnection {
    nodes: [Opportunity!]
  }
  type Opportunity {
    name: String
    stage: Choice
    amount: String
    closeDate: String
    recordUrl: String
  }
  type Viewer {
    subject: String!
    name: String!
    kind: String!
    roles: [String!]!
    domain: String!
    visibleDomains: [String!]!
  }
`;

const CASE = {
  id: 'case-1',
  number: 'CS0001001',
  shortDescription: 'Printer prints nothing',
  state: { value: '10', label: 'Open' },
  account: { name: 'Boxeo', opportunities: { nodes: [{ name: 'Boxeo renewal', amount: '1250.00' }] } },
};

const resolvers = {
  Query: {
    cases: () => ({ nodes: [CASE] }),
    case: () => CASE,
    viewer: (_: unknown, _arguments: unknown, { viewer }: OperationInput) => ({
      ...viewer,
      roles: [...viewer.roles],
      visibleDomains: viewer.domains,
    }),
  },
};

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
let issued = 0;

function persona(name: string, roles: readonly string[], life = 3600): PersonaToken {
  const claims = {
    sub: name,
    name: name === 'agent' ? 'Abel Tuter' : 'Mia Major',
    kind: 'agent',
    domain: 'TOP/ACME',
    roles,
    exp: Math.floor(Date.now() / 1000) + life,
    jti: String(issued++),
  };
  return { name, description: `Acts as ${name}`, token: `${encoded({ alg: 'none' })}.${encoded(claims)}.x` };
}

// Stands in for the verifier, which has tests of its own: believes any token that was not revoked.
const revoked = new Set<string>();
async function authenticate(header: string | undefined): Promise<Viewer> {
  const token = header?.replace('Bearer ', '') ?? '';
  if (token === '' || revoked.has(token))
    throw new CasegraphError('unauthenticated', 'The access token has expired.');
  const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<
    string,
    string
  >;
  return {
    subject: claims['sub']!,
    name: claims['name']!,
    kind: 'agent',
    roles: new Set(claims['roles']),
    domain: 'TOP/ACME',
    domains: [],
  };
}

const log = () => undefined;
function start(options: Partial<HttpOptions<OperationInput>> = {}): Promise<HttpServer> {
  return startHttp<OperationInput>(settings(options));
}

function settings(options: Partial<HttpOptions<OperationInput>>): HttpOptions<OperationInput> {
  return {
    host: '127.0.0.1',
    port: 0,
    schema: makeExecutableSchema({ typeDefs, resolvers }),
    authenticate,
    createContext: (input) => input,
    formatError: (formatted) => formatted,
    mayIntrospect: () => true,
    mode: 'dev',
    playground: true,
    ready: async () => ({ ok: true, checks: [] }),
    log: { info: log, warn: log, error: log },
    ...options,
  };
}

describe.skipIf(CHROMIUM === undefined)('the playground', { timeout: 60_000 }, () => {
  let profile: string;
  let browser: BrowserContext;
  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'casegraph-chromium-'));
    const flags =
      '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
    browser = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM!,
      args: flags.split(' '),
      viewport: { width: 1360, height: 820 },
    });
  });
  afterAll(async () => {
    await browser?.close();
    if (profile !== undefined) rmSync(profile, { recursive: true, force: true });
  });

  /** A fresh page, with all that went wrong in it and all it asked of others. */
  async function open(url: string) {
    const page = await browser.newPage();
    const complaints: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(url))
        foreign.push(request.url());
    });
    // As text: these tests are compiled for Node, which knows no document.
    await page.addInitScript(
      `document.addEventListener('securitypolicyviolation', (event) =>
        console.error('CSP: ' + event.violatedDirective + ' ' + event.blockedURI));`,
    );
    await page.goto(`${url}/`);
    await page.locator('.graphiql-query-editor').getByText('CustomerContext').first().waitFor();
    return { page, complaints, foreign };
  }

  const response = (page: Page) => page.locator('.graphiql-response .view-lines');
  const run = (page: Page) => page.getByRole('button', { name: /Execute query/ }).click();
  const picture = async (page: Page, name: string) => {
    if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  };

  it('runs an example as a persona of the sandbox, with nothing from elsewhere', async () => {
    const server = await start({
      personas: async () => [
        persona('agent', ['sn_customerservice_agent']),
        persona('major-issue-manager', ['sn_customerservice_agent', 'sn_major_issue_manager']),
      ],
    });
    try {
      const { page, complaints, foreign } = await open(server.url);
      const manager = page.getByRole('button', { name: 'major-issue-manager' });
      await manager.click();
      expect(await manager.getAttribute('aria-pressed')).toBe('true');
      await page.getByText('Mia Major').waitFor();
      await picture(page, 'playground-start');
      await run(page);
      await response(page).getByText('Boxeo renewal').waitFor();
      await picture(page, 'playground-answer');
      const tabs = await page.locator('.graphiql-tab-button').allTextContents();
      expect(tabs).toEqual([
        'CustomerContext',
        'OneCase',
        'CreateIncident',
        'WhoAmI',
        'OneView',
        'LiveIncidents',
        'CasesAsTheyChange',
      ]);
      await page.getByRole('tab', { name: 'WhoAmI' }).click();
      // At once, as a hurried person would: the answer must be this tab's.
      await run(page);
      await response(page).getByText('sn_major_issue_manager').waitFor();
      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      await page.getByText('Root Types').waitFor();
      await picture(page, 'playground-docs');
      await page.setViewportSize({ width: 420, height: 820 });
      await page.getByRole('button', { name: 'Hide Documentation Explorer' }).click();
      await picture(page, 'playground-narrow');
      expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
      await page.close();
    } finally {
      await server.close();
    }
  });

  it('shows the schema that the gateway has taken meanwhile: by the button, and by itself', async () => {
    const personas = async () => [persona('agent', [])];
    let number = 1;
    const ready: HttpOptions['ready'] = async () => {
      const generation = { number, since: '2026-11-22T00:00:00.000Z', refused: null };
      return { ok: true, checks: [], generation };
    };
    const withRoot = (name: string) =>
      settings({
        personas,
        ready,
        schema: makeExecutableSchema({
          typeDefs: [typeDefs, `extend type Query { ${name}: Int }`],
          resolvers,
        }),
      });
    const server = await startHttp<OperationInput>(withRoot('firstRoot'));
    try {
      const { page, complaints } = await open(server.url);
      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
      await page.locator('.graphiql-doc-explorer').getByText('Query', { exact: true }).click();
      await page.getByRole('link', { name: 'firstRoot' }).waitFor();
      await server.replace(withRoot('secondRoot'));
      await page.getByRole('button', { name: /^Re-fetch GraphQL schema/ }).click();
      await page.getByRole('link', { name: 'secondRoot' }).waitFor();
      number = 2;
      await server.replace(withRoot('thirdRoot'));
      await page.getByRole('link', { name: 'thirdRoot' }).waitFor();
      expect(complaints).toEqual([]);
      await page.close();
    } finally {
      await server.close();
    }
  });

  it('gets a persona a new token when the old one has run out', async () => {
    const handed: PersonaToken[] = [];
    const personas = async () => {
      handed.push(persona('agent', []));
      return [handed.at(-1)!];
    };
    const server = await start({ personas });
    try {
      const { page } = await open(server.url);
      await page.getByText('Abel Tuter').waitFor();
      handed.forEach(({ token }) => revoked.add(token));
      await run(page);
      await response(page).getByText('Boxeo renewal').waitFor();
      expect(handed).toHaveLength(2);
      await page.close();
    } finally {
      await server.close();
    }
  });

  it('takes a pasted token where there are no personas, and says when it has expired', async () => {
    const server = await start({ mode: 'production' });
    try {
      const { page } = await open(server.url);
      await page.getByLabel('Access token').fill('nonsense');
      await page.getByRole('button', { name: 'Use it' }).click();
      await page.getByText('That is no JWT').waitFor();
      const { token } = persona('agent', [], 4);
      await page.getByLabel('Access token').fill(token);
      await page.getByRole('button', { name: 'Use it' }).click();
      await page.getByText('Abel Tuter').waitFor();
      await page.waitForTimeout(4_500);
      revoked.add(token);
      await run(page);
      await page.getByText('Your token has expired. Paste a new one.').waitFor();
      await picture(page, 'playground-expired');
      await page.close();
    } finally {
      await server.close();
    }
  });
});
