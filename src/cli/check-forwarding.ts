import type { Config } from '../config/index.ts';
import { createConnections } from '../connections/index.ts';
import type { Adapter } from '../contract/index.ts';
import { createForwarding } from '../gateway/forwarding.ts';
import { upstreamsOf } from '../gateway/upstreams.ts';
import { describeProblem } from '../sync/describe-problem.ts';
import { createLog } from '../observe/log.ts';
import { Hints } from '../sync/hints.ts';

const DEADLINE = 60_000;

/**
 * Compares each forwarding rule with the choices of the instance and with the tool's own states and severities; prints what was found. Answers whether all fits; lists that
 * could not be read are told, and fit.
 */
export async function checkForwarding(
  config: Config,
  adapters: ReadonlyMap<string, Adapter>,
  print: (text: string) => void,
): Promise<boolean> {
  if (config.forwarding.length === 0) return true;
  const connections = createConnections(config.connections, {
    now: Date.now,
    random: Math.random,
    publish: () => undefined,
  });
  const upstreams = upstreamsOf(adapters, connections);
  const log = createLog('silent');
  const forwarding = createForwarding({
    config,
    adapters,
    upstreams,
    hints: new Hints(),
    log,
    wrote: () => undefined,
  });
  try {
    const found = await forwarding?.check(AbortSignal.timeout(DEADLINE));
    let fits = true;
    for (const [from, problems] of found ?? []) {
      print(`forwarding from ${from}: ${problems.length === 0 ? 'ok' : 'look at the mapping'}\n`);
      for (const { message, hint } of problems) print(`  - ${printable(message)}\n    ${printable(hint)}\n`);
      fits &&= problems.every(({ unknown }) => unknown === true);
    }
    return fits;
  } catch (error) {
    print(`forwarding could not be checked: ${printable(describeProblem(error)['problem'] ?? '')}\n`);
    return false;
  } finally {
    await forwarding?.close();
    await connections.close();
  }
}

/** Values come from the upstream: without what a terminal would obey. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}|\p{Cf}/gu, ' ').slice(0, 1000);
}
