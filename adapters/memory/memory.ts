import { CasegraphError } from '../../src/contract/index.ts';
import type {
  Adapter,
  BoundTable,
  Call,
  KeyedAnswer,
  Page,
  Plan,
  Written,
} from '../../src/contract/index.ts';
import type { Change, TableRequest } from '../../src/contract/index.ts';
import { capabilitiesOf } from './capabilities.ts';
import { problemsOf } from './check.ts';
import type { MemoryOptions, MemoryRecord, MemoryRequest } from './options.ts';
import { type MemoryHandle, planFor } from './plan.ts';
import { readKeyed, readPage, select } from './read.ts';
import type { Records } from './records.ts';
import { apply } from './write.ts';

export interface MemoryAdapter extends Adapter<MemoryHandle> {
  /** What was asked so far, one entry per request. */
  readonly requests: MemoryRequest[];
}

/**
 * An adapter over records that are simply there, by the upstream's table and column names. The records are copied; writes change the copy.
 * It evaluates the whole contract in the most obvious way and so is what other adapters are compared with.
 */
export function createMemoryAdapter(
  tables: ReadonlyMap<string, readonly MemoryRecord[]>,
  options: MemoryOptions = {},
): MemoryAdapter {
  const records: Records = new Map(
    [...tables].map(([object, rows]) => [object, rows.map((row) => ({ ...row }))]),
  );
  const requests: MemoryRequest[] = [];
  const newKey = options.newKey ?? counted();
  const enter = (request: MemoryRequest, call: Call): Promise<void> => {
    requests.push(request);
    return admit(request, call, options);
  };
  return {
    kind: 'memory',
    requests,
    check: (table) => problemsOf(table, records),
    capabilities: (table) => capabilitiesOf(table, options),
    plan: (table, request) => planFor(table, request, options),
    async read(table, plan, call, resume): Promise<Page> {
      await enter({ operation: 'read', table: table.name, text: plan.text, keys: [] }, call);
      return readPage(records, table, plan.handle, options, resume);
    },
    async readByKeys(table, request, keys, call): Promise<KeyedAnswer> {
      const plan = wholly(table, request, options);
      await enter({ operation: 'readByKeys', table: table.name, text: plan.text, keys }, call);
      return readKeyed(records, table, request, plan, keys, options);
    },
    ...(options.count !== false && {
      async count(table: BoundTable, plan: Plan<MemoryHandle>, call: Call): Promise<number> {
        if (plan.residual !== null)
          throw new CasegraphError('internal', 'Only a plan without residual can be counted.');
        await enter({ operation: 'count', table: table.name, text: plan.text, keys: [] }, call);
        return select(records, table, { ...plan.handle, order: [], limit: null }).length;
      },
    }),
    ...(options.write !== false && {
      async write(table: BoundTable, change: Change, call: Call): Promise<Written> {
        await enter({ operation: 'write', table: table.name, text: change.kind, keys: [change.key] }, call);
        return apply(records, table, change, options, newKey);
      },
    }),
    async ping(call): Promise<string> {
      await enter({ operation: 'ping', table: '', text: 'ping', keys: [] }, call);
      return 'memory';
    },
  };
}

/** The plan of a batched read, which must leave nothing: there is nobody to hand a residual to. */
function wholly(table: BoundTable, request: TableRequest, options: MemoryOptions): Plan<MemoryHandle> {
  const plan = planFor(table, request, options);
  if (plan.residual !== null)
    throw new CasegraphError('internal', 'A batched read takes no filter that the plan would leave.');
  return plan;
}

async function admit(request: MemoryRequest, call: Call, options: MemoryOptions): Promise<void> {
  refuseAborted(call);
  if (options.hold !== undefined) await Promise.race([options.hold(request), untilAborted(call.signal)]);
  refuseAborted(call);
  const error = options.fail?.(request) ?? null;
  if (error !== null) throw error;
}

function refuseAborted(call: Call): void {
  if (call.signal.aborted) throw new CasegraphError('cancelled', 'The request was cancelled.');
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

function counted(): () => string {
  let last = 0;
  return () => `memory-${++last}`;
}
