import { answerJson } from './exchange/answer.ts';
import type { Route } from './exchange/exchange.ts';
import type { ReadyReport } from './options.ts';

/** A check that has not answered by then has failed. */
const PATIENCE = 3_000;
/** Probes come from anybody: they cost at most one round of checks in this time. */
const KEPT = 1_000;

const LIVE: Route = {
  methods: ['GET', 'HEAD'],
  handle: (exchange) => answerJson(exchange, 200, { status: 'live' }),
};

/** `/health/live` and `/health/ready`. Names and outcomes of checks only: never what a check said. */
export function healthRoutes(
  ready: () => Promise<ReadyReport>,
  isDraining: () => boolean,
  now: () => number,
): ReadonlyMap<string, Route> {
  const report = shared(ready, now);
  const handle: Route['handle'] = async (exchange) => {
    if (isDraining()) return answerJson(exchange, 503, { status: 'draining', checks: [] });
    const { ok, checks, generation } = await report();
    const shown = checks.map((check) => ({ name: check.name, ok: check.ok }));
    const status = ok ? 'ready' : 'not ready';
    answerJson(exchange, ok ? 200 : 503, { status, checks: shown, ...(generation && { generation }) });
  };
  return new Map([
    ['/health/live', LIVE],
    ['/health/ready', { methods: ['GET', 'HEAD'], handle }],
  ]);
}

function shared(ready: () => Promise<ReadyReport>, now: () => number): () => Promise<ReadyReport> {
  let last: { readonly at: number; readonly report: Promise<ReadyReport> } | undefined;
  return () => {
    if (last === undefined || now() - last.at >= KEPT) last = { at: now(), report: patient(ready) };
    return last.report;
  };
}

async function patient(ready: () => Promise<ReadyReport>): Promise<ReadyReport> {
  const failed: ReadyReport = { ok: false, checks: [] };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ReadyReport>((resolve) => {
    timer = setTimeout(() => resolve(failed), PATIENCE);
  });
  try {
    return await Promise.race([ready(), late]);
  } catch {
    return failed;
  } finally {
    clearTimeout(timer);
  }
}
