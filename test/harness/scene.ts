import { expect } from 'vitest';
import type { Config } from '../../src/config/index.ts';
import { startIssuer } from './issuer.ts';
import { serviceNowAdmin, type ServiceNowAdmin, type SnColumns } from './servicenow-admin.ts';
import { startStack, type GraphError, type Stack, type StackOptions, type Who } from './stack.ts';

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
}

/** Answer of a mutation that was carried out or refused. */
export interface Payload {
  readonly userErrors: readonly UserError[];
  readonly [field: string]: unknown;
}

/** A sandbox and a gateway, with what the walks through ServiceNow's documents set up, ask for and look at. */
export interface Scene {
  readonly stack: Stack;
  readonly admin: ServiceNowAdmin;
  /** sys_id of the domain ACME. */
  readonly acme: string;
  /** A persona of the sandbox, with further roles; `instead` leaves none of the persona's own. */
  as(persona: string, more?: readonly string[], instead?: readonly string[]): Promise<Who>;
  /** sys_id of the persona in ServiceNow, and of what the persona is a customer by. */
  claims(persona: string): {
    readonly user?: string;
    readonly account?: string;
    readonly consumer?: string;
  };
  /** Rows of ACME as the sandbox was set up. */
  inAcme(table: string): readonly SnColumns[];
  /** A new record of ACME, past the gateway. */
  fresh(table: string, columns?: SnColumns): Promise<SnColumns>;
  /** An open case of an ACME contact, past the gateway. */
  freshCase(columns?: SnColumns): Promise<SnColumns>;
  /** The record as it stands in ServiceNow. */
  now(table: string, record: SnColumns): Promise<SnColumns>;
  notesOn(record: SnColumns): Promise<readonly string[]>;
  ask<T>(who: Who, query: string, variables?: object): Promise<{ data: T; errors: readonly GraphError[] }>;
  /** The payload of a mutation that no error ended. `wanted`: fields beside `userErrors`. */
  mutate(who: Who, field: string, input: object, wanted?: string): Promise<Payload>;
  /** What the case's menu offers, by the names of the actions. */
  menu(who: Who, on: SnColumns): Promise<readonly string[]>;
  /** The reason that the menu gives for an action that it does not offer. */
  reason(who: Who, on: SnColumns, action: string): Promise<string | null>;
  close(): Promise<void>;
}

export const CASE = 'sn_customerservice_case';

export const idOf = (type: string, { sys_id: sysId = '' }: SnColumns): string =>
  Buffer.from(`${type}:${sysId}`).toString('base64url');

/** Starts both; personas are signed for by an issuer that can give them other roles. */
export async function startScene(
  options: Omit<StackOptions, 'config'> = {},
  config: (config: Config) => Config = (same) => same,
): Promise<Scene> {
  const issuer = await startIssuer();
  const stack = await startStack({ ...options, config: (given) => config(issuer.trusted(given)) });
  const admin = serviceNowAdmin(stack.sandbox);
  const { servicenow, personas } = stack.sandbox.world;
  const acme = servicenow.get('domain')!.find((row) => row['full_name'] === 'TOP/ACME')!.sys_id;
  const claims = (persona: string) => personas.find(({ name }) => name === persona)!.claims;
  const inAcme = (table: string): readonly SnColumns[] =>
    servicenow.get(table)!.filter((row) => row['sys_domain'] === acme);
  let made = 0;
  const fresh = (table: string, columns: SnColumns = {}): Promise<SnColumns> =>
    admin.create(table, {
      short_description: `The shop does not open (${++made})`,
      sys_domain: acme,
      ...columns,
    });
  const ask: Scene['ask'] = async <T>(who: Who, query: string, variables: object = {}) => {
    const { body } = await stack.graphql(who, query, variables as Record<string, unknown>);
    return { data: body.data as T, errors: body.errors ?? [] };
  };
  const offers = async (who: Who, on: SnColumns): Promise<readonly Offer[]> => {
    const text = 'query ($id: ID!) { case(id: $id) { availableActions { action enabled reason } } }';
    const { data, errors } = await ask<{ case: { availableActions: readonly Offer[] } }>(who, text, {
      id: idOf('Case', on),
    });
    expect(errors).toEqual([]);
    return data.case.availableActions;
  };
  return {
    stack,
    admin,
    acme,
    claims,
    inAcme,
    fresh,
    ask,
    as: async (persona, more = [], instead) => {
      const known = claims(persona);
      return { token: await issuer.sign({ ...known, roles: [...(instead ?? known.roles), ...more] }) };
    },
    freshCase: (columns = {}) => {
      const [contact] = inAcme('customer_contact');
      const customer = { account: contact!['account']!, contact: contact!['sys_id']! };
      return fresh(CASE, { state: '10', priority: '2', ...customer, ...columns });
    },
    now: (table, { sys_id: sysId = '' }) => admin.one(table, `sys_id=${sysId}`),
    notesOn: async ({ sys_id: sysId = '' }) => {
      const entries = await admin.list('sys_journal_field', `element_id=${sysId}^element=work_notes`);
      return entries.map(({ value = '' }) => value);
    },
    mutate: async (who, field, input, wanted = '') => {
      const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
      const text = `mutation ($input: ${type}!) { ${field}(input: $input) { ${wanted} userErrors { code message field } } }`;
      const { data, errors } = await ask<Record<string, Payload>>(who, text, { input });
      expect(errors).toEqual([]);
      return data[field]!;
    },
    menu: async (who, on) =>
      (await offers(who, on)).filter(({ enabled }) => enabled).map(({ action }) => action),
    reason: async (who, on, action) =>
      (await offers(who, on)).find((offer) => offer.action === action)!.reason,
    close: async () => {
      await stack.close();
      await issuer.close();
    },
  };
}

interface Offer {
  readonly action: string;
  readonly enabled: boolean;
  readonly reason: string | null;
}
