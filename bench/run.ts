import { difference } from './agree.ts';
import { canPin, pinSelf } from './child.ts';
import { cli } from './command.ts';
import { type Contender, startGateway, startNaive } from './contender.ts';
import { ask, load, type Measured } from './load.ts';
import { CUSTOMER_CONTEXT, oneCase, type Operation } from './operations.ts';
import { type BenchOptions, readOptions } from './options.ts';
import { type Comparison, requestTable, type Requests, table } from './report.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

/** Servers under test have this processor to themselves; sandbox and load share the other. */
const SERVER_CORE = 0;
const OTHER_CORE = 1;
const WARM_UP_SECONDS = 2;

/** The persona that sees all cases, as the naive server does, which knows no viewers. */
const PERSONA = 'admin';

const options = readOptions(process.argv.slice(2));
pinSelf(OTHER_CORE);
const sandbox = await startSandbox(cli(options.source), OTHER_CORE, options.cases);
const contenders: Contender[] = [];
try {
  contenders.push(await startGateway(cli(options.source), sandbox.report, SERVER_CORE));
  contenders.push(await startNaive(sandbox.report, SERVER_CORE));
  await bench(sandbox, contenders, options);
} finally {
  await Promise.all(contenders.map((contender) => contender.stop()));
  await sandbox.child.stop();
}

async function bench(
  systems: Sandbox,
  servers: readonly Contender[],
  { seconds, rounds, connections, cases }: BenchOptions,
): Promise<void> {
  const token = systems.report.tokens[PERSONA];
  const [gateway, naive] = servers;
  if (token === undefined || gateway === undefined || naive === undefined)
    throw new Error('not everything has started');
  console.log(
    `node ${process.version}, ${cases} cases, ${rounds} rounds of ${seconds} s per server, interleaved`,
  );
  if (!canPin)
    console.log('The servers could not be pinned to a processor of their own: the figures are rougher.');
  const { operations, requests } = await compareOnce(systems, gateway, naive, token);
  console.log(`\n${requestTable(requests)}\n`);
  const comparisons: Comparison[] = [];
  for (const operation of operations) {
    for (const count of connections) {
      for (const server of servers) await load(server, operation, token, count, WARM_UP_SECONDS);
      const measured = await interleaved(servers, rounds, (server) =>
        load(server, operation, token, count, seconds),
      );
      comparisons.push({
        operation: operation.name,
        connections: count,
        gateway: measured[0] ?? [],
        naive: measured[1] ?? [],
      });
    }
  }
  console.log(table(comparisons));
}

/** Asks each server each operation once with cold caches: counts what that took upstream and holds the answers against each other. */
async function compareOnce(
  systems: Sandbox,
  gateway: Contender,
  naive: Contender,
  token: string,
): Promise<{ operations: Operation[]; requests: Requests[] }> {
  const requests: Requests[] = [];
  const compare = async (operation: Operation): Promise<Record<string, unknown>> => {
    await systems.takeRequests();
    const ours = await ask(gateway, operation, token);
    const byGateway = await systems.takeRequests();
    const theirs = await ask(naive, operation, token);
    requests.push({ operation: operation.name, gateway: byGateway, naive: await systems.takeRequests() });
    const where = difference(ours, theirs);
    if (where !== null) console.log(`The answers to "${operation.name}" differ: ${where}`);
    return ours;
  };
  const { cases } = (await compare(CUSTOMER_CONTEXT)) as { cases: { nodes: { number: string }[] } };
  const number = cases.nodes[0]?.number;
  if (number === undefined) throw new Error('there are no cases');
  const single = oneCase(number);
  await compare(single);
  return { operations: [CUSTOMER_CONTEXT, single], requests };
}

/** A, B, A, B, …: whatever else the machine does meanwhile meets both alike. */
async function interleaved(
  servers: readonly Contender[],
  rounds: number,
  measure: (server: Contender) => Promise<Measured>,
): Promise<Measured[][]> {
  const measured = servers.map((): Measured[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, server] of servers.entries()) measured[index]?.push(await measure(server));
  }
  return measured;
}
