import { afterAll, beforeAll, expect, it } from 'vitest';
import { startLiveGateway, type LiveGateway } from '../harness/live-gateway.ts';

/** Two fields over one upstream column: each leads to rows of its own table only. */
const DECLARATION = `
"A task of any kind, by what stands above it."
type Followed @table(label: "Followed task", plural: "followedTasks")
  @source(connection: "servicenow", object: "sc_request")
  @access(read: ["sn_customerservice_agent"]) {
  id: ID! @key(column: "sys_id")
  "Number."
  number: String
  "Number of what stands above, through the reference."
  aboveNumber: String @column(name: "parent.number")
  "What stands above, where that is a case."
  aboveCase: Case @reference(column: "parent", join: false)
  "What stands above, where that is an incident."
  aboveIncident: Incident @reference(column: "parent", join: false)
}
`;

let gateway: LiveGateway;
beforeAll(async () => {
  gateway = await startLiveGateway();
  gateway.write('followed.graphql', DECLARATION);
  const { taken } = await gateway.gateway.reload();
  expect(taken).toBe(true);
});
afterAll(() => gateway.close());

const tableOf = (name: string) => gateway.sandbox.world.servicenow.get(name) ?? [];
const requests = () => tableOf('sc_request');
const casesById = () =>
  new Map(tableOf('sn_customerservice_case').map((record) => [record.sys_id, record['number'] ?? '']));
const ask = async (filter: string, select: string): Promise<readonly unknown[]> => {
  const query = `{ followedTasks(${filter}, first: 100) { nodes { ${select} } } }`;
  const { body } = await gateway.graphql('admin', query);
  expect(body.errors).toBeUndefined();
  return (body.data as { followedTasks: { nodes: readonly unknown[] } }).followedTasks.nodes;
};

it('references of one column lead to rows of their own table only', async () => {
  const children = requests().filter((record) => casesById().has(record['parent'] ?? ''));
  expect(children.length).toBeGreaterThan(0);
  const numbers = children.map((record) => record['number'] ?? '').sort();
  const nodes = await ask(
    `filter: { number: { in: ${JSON.stringify(numbers)} } }, orderBy: [{ number: ASC }]`,
    'number aboveCase { sysId } aboveIncident { number }',
  );
  expect(nodes).toEqual(
    numbers.map((number) => {
      const child = children.find((record) => record['number'] === number);
      return { number, aboveCase: { sysId: child?.['parent'] }, aboveIncident: null };
    }),
  );
});

it('a column behind a reference is read, filtered by and sorted by', async () => {
  const known = requests().flatMap((record) => casesById().get(record['parent'] ?? '') ?? []);
  const wanted = [...new Set(known)].slice(0, 3);
  const nodes = await ask(
    `filter: { aboveNumber: { in: ${JSON.stringify(wanted)} } }, orderBy: [{ aboveNumber: DESC }]`,
    'aboveNumber',
  );
  const right = known
    .filter((number) => wanted.includes(number))
    .sort()
    .reverse();
  expect(nodes).toEqual(right.map((aboveNumber) => ({ aboveNumber })));
});
