import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CASE, idOf, startScene, type Scene } from '../harness/scene.ts';
import type { SnColumns } from '../harness/servicenow-admin.ts';

/** The examples of docs/cases.md, sent as they stand there: what a front-end developer copies works. */

interface Example {
  readonly as: string;
  readonly variables: () => object | Promise<object>;
  /** What a part of the answer looks like. */
  readonly gives: () => object;
}

let scene: Scene;
let on: SnColumns;
let candidate: SnColumns;

beforeAll(async () => {
  scene = await startScene({ cases: 30 });
  [on, candidate] = [await scene.freshCase(), await scene.freshCase({ major_case_state: 'proposed' })];
});
afterAll(() => scene.close());

const active = (table: string): SnColumns =>
  scene.stack.sandbox.world.servicenow.get(table)!.find((row) => row['active'] === 'true')!;

async function ownCase(): Promise<SnColumns> {
  const { user = '', account = '' } = scene.claims('contact');
  const [problem, change] = [await scene.fresh('problem'), await scene.fresh('change_request')];
  return scene.freshCase({ account, contact: user, problem: problem['sys_id']!, change: change['sys_id']! });
}

const DONE = { userErrors: [] };

/** By the name of the operation. */
const EXAMPLES: Readonly<Record<string, Example>> = {
  Menu: {
    as: 'agent-itsm',
    variables: () => ({ id: idOf('Case', on) }),
    gives: () => ({
      case: {
        number: on['number'],
        availableActions: expect.arrayContaining([
          { action: 'CREATE_INCIDENT', enabled: true, reason: null },
        ]) as unknown,
      },
    }),
  },
  Templates: {
    as: 'agent-itsm',
    variables: () => ({ search: active('std_change_record_producer')['name']!.slice(0, 4) }),
    gives: () => ({ standardChangeTemplates: { nodes: withName(active('std_change_record_producer')) } }),
  },
  FromTemplate: {
    as: 'agent-itsm',
    variables: async () => ({
      input: {
        caseId: idOf('Case', await scene.freshCase()),
        templateId: idOf('StandardChangeTemplate', active('std_change_record_producer')),
        idempotencyKey: 'guide',
      },
    }),
    gives: () => ({
      createStandardChangeFromCase: {
        case: { changeRequest: { number: expect.stringMatching(/^CHG/) as unknown } },
      },
    }),
  },
  Catalogue: {
    as: 'agent-itsm',
    variables: () => ({ search: active('sc_cat_item')['name']!.slice(0, 4) }),
    gives: () => ({ catalogItems: { nodes: withName(active('sc_cat_item')) } }),
  },
  Order: {
    as: 'agent-itsm',
    variables: () => ({
      input: { caseId: idOf('Case', on), catalogItemId: idOf('CatalogItem', active('sc_cat_item')) },
    }),
    gives: () => ({
      createRequestFromCase: { ...DONE, request: { items: { nodes: [{ quantity: 1 }] } } },
    }),
  },
  Candidates: {
    as: 'agent-itsm',
    variables: async () => ({
      search: (await scene.fresh('incident', { short_description: 'Guide 1' }))['number'],
    }),
    gives: () => ({
      incidents: { nodes: [{ shortDescription: 'Guide 1' }], pageInfo: { hasNextPage: false } },
    }),
  },
  Solve: {
    as: 'agent-itsm',
    variables: async () => {
      const problem = await scene.fresh('problem');
      const solved = await scene.freshCase({ problem: problem['sys_id']! });
      const code = await scene.admin.one(
        'sys_choice',
        `name=${CASE}^element=resolution_code^labelLIKErelated PRB`,
      );
      return {
        input: { caseId: idOf('Case', solved), resolutionCode: code['value'], closeNotes: 'See there.' },
      };
    },
    gives: () => ({
      proposeSolution: {
        ...DONE,
        case: { state: { label: 'Resolved' } },
        warnings: [expect.stringContaining('problem that is closed')],
      },
    }),
  },
  Accept: {
    as: 'major-issue-manager',
    variables: () => ({ input: { caseId: idOf('Case', candidate) } }),
    gives: () => ({
      acceptMajorCase: { ...DONE, case: { number: candidate['number'] }, warnings: [] },
    }),
  },
  CaseInThePortal: {
    as: 'contact',
    variables: async () => ({ id: idOf('Case', await ownCase()) }),
    gives: () => ({
      case: {
        portalProblem: { number: expect.stringMatching(/^PRB/) as unknown },
        portalChange: { number: expect.stringMatching(/^CHG/) as unknown },
        portalRequests: { nodes: [] },
      },
    }),
  },
};

function withName(row: SnColumns): unknown {
  return expect.arrayContaining([expect.objectContaining({ name: row['name'] })]);
}

const guide = readFileSync(new URL('../../docs/cases.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/```graphql\n(.*?)```/gs)].map(([, text = '']) => text);
const operations = blocks.flatMap((block) =>
  parse(block).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.loc !== undefined
      ? [[definition.name?.value ?? '', block.slice(definition.loc.start, definition.loc.end)] as const]
      : [],
  ),
);

it('the guide has an example of each kind', () => {
  expect(operations.map(([name]) => name).sort()).toEqual(Object.keys(EXAMPLES).sort());
});

it.each(operations)('%s', async (name, text) => {
  const example = EXAMPLES[name]!;
  const { data, errors } = await scene.ask(await scene.as(example.as), text, await example.variables());
  expect(errors).toEqual([]);
  expect(data).toMatchObject(example.gives());
});
