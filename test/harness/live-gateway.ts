import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import { devSettings } from '../../src/cli/dev-config.ts';
import { loadConfig, type Config } from '../../src/config/index.ts';
import { ADAPTERS, startGateway } from '../../src/gateway.ts';
import { createLog } from '../../src/observe/log.ts';
import { startSandbox } from '../../sandbox/index.ts';
import { stackOf, type Stack } from './stack.ts';

export type Settings = ReturnType<typeof devSettings> & Record<string, unknown>;

export interface Health {
  readonly status: string;
  readonly generation: { readonly number: number; readonly since: string; readonly refused: string | null };
}

/** A gateway on the sandbox with a configuration file and a folder of declarations of its own, both watched as `casegraph serve` does it. */
export interface LiveGateway extends Stack {
  /** The folder beside the declarations that come with Casegraph. */
  readonly folder: string;
  readonly file: string;
  /** What was logged, a line each. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** Hears of each configuration that is read. */
  onRead: (config: Config) => void;
  health(): Promise<Health>;
  write(name: string, text: string): void;
  remove(name: string): void;
  configure(change: (settings: Settings) => object): void;
  /** As it was at the start. */
  reset(): Promise<void>;
  /** Waits until another generation has taken over; its number. */
  taken(after: number): Promise<number>;
  /** Waits for so many refusals in the log; the problems of the last one. */
  refused(count: number): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export async function startLiveGateway(): Promise<LiveGateway> {
  const sandbox = await startSandbox({ cases: 25 });
  const place = mkdtempSync(join(tmpdir(), 'casegraph-reload-'));
  const [folder, file] = [join(place, 'tables'), join(place, 'casegraph.yaml')];
  mkdirSync(folder);
  const { urls, credentials, tokens } = sandbox;
  const settings: Settings = devSettings({ ...urls, credentials, tokens }, 0, 8, ['./tables']);
  const configure = (change: (settings: Settings) => object): void =>
    writeFileSync(file, JSON.stringify(change(structuredClone(settings)), null, 2));
  configure((same) => same);
  const lines: Record<string, unknown>[] = [];
  const log = createLog('info', (line) => lines.push(JSON.parse(line) as Record<string, unknown>));
  const hooks = { onRead: (_: Config): void => undefined };
  const read = async (): Promise<Config> => {
    const config = await loadConfig(file, {}, { adapters: Object.keys(ADAPTERS) });
    hooks.onRead(config);
    return config;
  };
  const gateway = await startGateway({ config: { read, file }, log }).catch(async (error: unknown) => {
    await sandbox.close();
    throw error;
  });
  const stack = stackOf(sandbox, gateway);
  const health = async (): Promise<Health> => (await (await fetch(gateway.health)).json()) as Health;
  const refusals = () => lines.filter(({ msg }) => String(msg).startsWith('a change was refused'));
  return Object.assign(hooks, stack, {
    folder,
    file,
    lines,
    health,
    write: (name: string, text: string) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    },
    remove: (name: string) => rmSync(join(folder, name)),
    configure,
    reset: async () => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      configure((same) => same);
      const reload = await gateway.reload();
      if (!reload.taken) throw new Error(JSON.stringify(reload));
    },
    taken: (after: number) =>
      vi.waitUntil<number | false>(
        () => {
          const last = lines.findLast(({ msg }) => msg === 'reloaded');
          return last !== undefined && Number(last['generation']) > after && Number(last['generation']);
        },
        { timeout: 10_000, interval: 20 },
      ),
    refused: async (count: number) => {
      await vi.waitUntil(() => refusals().length >= count, { timeout: 10_000, interval: 20 });
      return refusals().at(-1)?.['problems'] as readonly Record<string, unknown>[];
    },
    close: async () => {
      await stack.close();
      rmSync(place, { recursive: true, force: true });
    },
  });
}
