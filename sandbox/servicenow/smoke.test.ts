import { describe, expect, it } from 'vitest';
import { createWorld } from '../world/create.ts';
import type { SandboxRequest } from '../http/service.ts';
import { buildDictionary } from './dictionary/dictionary.ts';
import { createServiceNow } from './index.ts';
import { NOW, request } from './testing/call.ts';

/** The generated world through the server: whatever it holds must be reachable. */
const world = createWorld();
const server = createServiceNow(world, { now: () => NOW, jwtPublicKeyPem: '', clients: [] });

function as(userName: string, target: string): SandboxRequest {
  const login = world.logins.find((candidate) => candidate.userName === userName);
  const basic = Buffer.from(`${userName}:${login?.password ?? ''}`).toString('base64');
  return request(target, { as: null, headers: { authorization: `Basic ${basic}` } });
}

async function list(userName: string, target: string): Promise<Record<string, unknown>[]> {
  const answer = await server.handle(as(userName, target));
  expect(answer.status).toBe(200);
  return (JSON.parse(String(answer.body)) as { result: Record<string, unknown>[] }).result;
}

describe('the generated world', () => {
  it('has no table or column that the dictionary does not know', () => {
    const dictionary = buildDictionary();
    const unknown = [...world.servicenow].flatMap(([name, rows]) => {
      const table = dictionary.get(name);
      const columns = new Set(rows.flatMap((row) => Object.keys(row)));
      return [...columns]
        .filter((column) => !table?.columns.has(column))
        .map((column) => `${name}.${column}`);
    });
    expect(unknown).toEqual([]);
  });

  it('is served whole to the service account', async () => {
    for (const name of [
      'sn_customerservice_case',
      'customer_account',
      'incident',
      'problem',
      'change_request',
      'sc_req_item',
      'domain',
    ]) {
      const stored = world.servicenow.get(name)?.length;
      expect(
        await list('casegraph.service', `/api/now/table/${name}?sysparm_fields=sys_id`),
        name,
      ).toHaveLength(stored ?? 0);
    }
  });

  it('shows personas their own domain', async () => {
    const cases = '/api/now/table/sn_customerservice_case?sysparm_fields=account.name,sys_domain.name,number';
    const persona = (name: string): string =>
      world.personas.find((candidate) => candidate.name === name)?.claims.sub ?? '';
    const agent = await list(persona('agent'), cases);
    const other = await list(persona('other-domain-agent'), cases);
    expect(agent.length).toBeGreaterThanOrEqual(120);
    expect(other.length).toBeGreaterThan(0);
    const numbers = new Set(agent.map(({ number }) => number));
    expect(other.filter(({ number }) => numbers.has(number))).toEqual([]);
    const contact = await list(persona('contact'), cases);
    expect(new Set(contact.map((row) => row['account.name'])).size).toBe(1);
  });

  it('shows a label for every state', async () => {
    const rows = await list(
      'casegraph.service',
      '/api/now/table/task?sysparm_display_value=all&sysparm_fields=state,sys_class_name',
    );
    const unlabelled = rows.filter(({ state }) => {
      const { display_value: label, value } = state as { display_value: string; value: string };
      return label === value;
    });
    expect(unlabelled).toEqual([]);
  });
});
