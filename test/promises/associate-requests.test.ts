import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FaultInput } from '../../sandbox/http/fault-input.ts';
import { CASE, idOf, startScene, type Payload, type Scene } from '../harness/scene.ts';
import type { SnColumns } from '../harness/servicenow-admin.ts';

/** Requests that are there already: given to a case and taken off it, with one note each, whatever got lost on the way. */

type Mutation = 'associateWithCase' | 'removeFromCase';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene({ cases: 30 }, (config) => ({
    ...config,
    connections: config.connections.map((connection) => ({
      ...connection,
      limits: { ...connection.limits, breakerFailures: 1_000, breakerCooldown: 1 },
    })),
  }));
});
afterAll(() => scene.close());
beforeEach(() => scene.stack.clearFaults());

const call = (mutation: Mutation, who: string, on: SnColumns, request: SnColumns): Promise<Payload> =>
  scene.mutate({ token: tokens[who]! }, mutation, inputOf(on, request));

const inputOf = (on: SnColumns, request: SnColumns) => ({
  caseId: idOf('Case', on),
  recordId: idOf('ServiceRequest', request),
  relation: 'REQUEST',
});

const tokens: Record<string, string> = {};
beforeAll(async () => {
  const roles: Readonly<Record<string, [string, readonly string[]]>> = {
    writer: ['agent', ['sn_request_write']],
    reader: ['agent', ['sn_request_read']],
    contact: ['contact', ['sn_request_write']],
    stranger: ['other-domain-agent', []],
  };
  for (const [name, [persona, more]] of Object.entries(roles)) {
    const who = await scene.as(persona, more);
    if (who !== null && typeof who === 'object') tokens[name] = who.token;
  }
});

const parentOf = async (request: SnColumns) => (await scene.now('sc_request', request))['parent'];

/** Reads may be packed into a POST of their own. */
async function writes(): Promise<readonly string[]> {
  const sent = await scene.stack.requests('servicenow');
  const changing = sent.filter(({ method, path }) => method !== 'GET' && !/^\/oauth|\/batch$/.test(path));
  return changing.map(({ path }) => path);
}

describe('An open request', () => {
  it('is given to a case and taken off again, each once, and a repeat writes nothing', async () => {
    const [on, request] = [await scene.freshCase(), await scene.fresh('sc_request')];
    const steps: readonly [Mutation, string, string][] = [
      ['associateWithCase', on['sys_id']!, 'associated with'],
      ['removeFromCase', '', 'removed from'],
    ];
    for (const [at, [mutation, parent, done]] of steps.entries()) {
      expect((await call(mutation, 'writer', on, request)).userErrors).toEqual([]);
      expect(await parentOf(request)).toBe(parent);
      const notes = await scene.notesOn(on);
      expect(notes).toHaveLength(at + 1);
      expect(notes).toContain(`Request ${request['number']} was ${done} this case.`);
      await scene.stack.forget();
      expect((await call(mutation, 'writer', on, request)).userErrors).toEqual([]);
      expect(await writes()).toEqual([]);
    }
    expect((await scene.now('sc_request', request))['state']).toBe(request['state']);
  });

  it('that was ordered from the case can be taken off it too', async () => {
    const on = await scene.freshCase();
    const item = scene.stack.sandbox.world.servicenow
      .get('sc_cat_item')!
      .find((row) => row['active'] === 'true')!;
    const input = { caseId: idOf('Case', on), catalogItemId: idOf('CatalogItem', item) };
    const made = await scene.mutate(
      { token: tokens['writer']! },
      'createRequestFromCase',
      input,
      'request { sysId }',
    );
    const { sysId } = made['request'] as { readonly sysId: string };
    expect((await call('removeFromCase', 'writer', on, { sys_id: sysId })).userErrors).toEqual([]);
    expect(await parentOf({ sys_id: sysId })).toBe('');
    expect(await scene.notesOn(on)).toHaveLength(2);
  });
});

describe('Refused, and nothing is written:', () => {
  const ENDED = { state: '3', close_notes: 'Done.' };
  const plain = () => scene.fresh('sc_request');
  const below = async (columns: SnColumns = {}) =>
    scene.fresh('sc_request', { parent: (await scene.freshCase(columns))['sys_id']! });

  it.each<[string, Mutation, string, () => Promise<SnColumns>, () => Promise<SnColumns>, string, string]>([
    ['to who may only read', 'associateWithCase', 'reader', anyCase, plain, 'FORBIDDEN', 'caseId'],
    ['to who may only read, taking off', 'removeFromCase', 'reader', anyCase, plain, 'FORBIDDEN', 'caseId'],
    ['to a customer', 'associateWithCase', 'contact', ofContact, plain, 'FORBIDDEN', 'caseId'],
    ['in another domain', 'associateWithCase', 'stranger', anyCase, plain, 'NOT_FOUND', 'caseId'],
    [
      'on a closed case',
      'associateWithCase',
      'writer',
      () => scene.freshCase(ENDED),
      plain,
      'INVALID_STATE',
      'caseId',
    ],
    ['on the child of a major case', 'associateWithCase', 'writer', child, plain, 'INVALID_STATE', 'caseId'],
    ['a request that is over', 'associateWithCase', 'writer', anyCase, over, 'INVALID_STATE', 'recordId'],
    ["another case's", 'associateWithCase', 'writer', anyCase, below, 'ALREADY_ASSOCIATED', 'recordId'],
    ["another case's, taking off", 'removeFromCase', 'writer', anyCase, below, 'CONFLICT', 'recordId'],
    ['one that no case has, taking off', 'removeFromCase', 'writer', anyCase, plain, 'CONFLICT', 'recordId'],
    ['one that is not there', 'associateWithCase', 'writer', anyCase, nowhere, 'NOT_FOUND', 'recordId'],
  ])('%s', async (_, mutation, who, prepare, prepareRequest, code, field) => {
    const [on, request] = [await prepare(), await prepareRequest()];
    await scene.stack.forget();
    const { userErrors } = await call(mutation, who, on, request);
    expect(userErrors).toMatchObject([{ code, field: [field] }]);
    expect(await writes()).toEqual([]);
  });

  function anyCase(): Promise<SnColumns> {
    return scene.freshCase();
  }
  function ofContact(): Promise<SnColumns> {
    return scene.freshCase({ account: scene.claims('contact').account! });
  }
  async function child(): Promise<SnColumns> {
    return scene.freshCase({ parent: (await scene.freshCase({ major_case_state: 'accepted' }))['sys_id']! });
  }
  function over(): Promise<SnColumns> {
    return scene.fresh('sc_request', { request_state: 'closed_complete' });
  }
  function nowhere(): Promise<SnColumns> {
    return Promise.resolve({ sys_id: '0'.repeat(32) });
  }
});

describe('Whatever is lost on the way, a repeat leaves one note:', () => {
  const WHERE: readonly FaultInput[] = [
    { method: 'PATCH', path: '/table/sc_request/' },
    { method: 'PATCH', path: `/table/${CASE}/` },
  ];
  const HOW: readonly Partial<FaultInput>[] = [{ drop: 'before' }, { drop: 'after' }, { status: 500 }];
  const cases = (['associateWithCase', 'removeFromCase'] as const).flatMap((mutation) =>
    WHERE.flatMap((where) => HOW.map((how): [Mutation, FaultInput] => [mutation, { ...where, ...how }])),
  );

  it.each(cases)('%s %j', async (mutation, fault) => {
    const [on, request] = [await scene.freshCase(), await scene.fresh('sc_request')];
    if (mutation === 'removeFromCase') await call('associateWithCase', 'writer', on, request);
    const before = (await scene.notesOn(on)).length;
    await scene.stack.fault('servicenow', fault);
    const type = mutation === 'associateWithCase' ? 'AssociateWithCaseInput' : 'RemoveFromCaseInput';
    const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`;
    await scene.ask({ token: tokens['writer']! }, text, { input: inputOf(on, request) });
    await scene.stack.clearFaults();
    expect((await call(mutation, 'writer', on, request)).userErrors).toEqual([]);
    expect(await parentOf(request)).toBe(mutation === 'associateWithCase' ? on['sys_id'] : '');
    expect(await scene.notesOn(on)).toHaveLength(before + 1);
  });
});
