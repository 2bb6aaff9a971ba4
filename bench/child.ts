import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';

/** A server in a process of its own. */
export interface Child {
  /** The first line it printed to standard output, where one was waited for. */
  readonly line: string;
  /** CPU time used so far, user and system, in milliseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

export interface ChildOptions {
  /** Processor it is pinned to, where the system can; see {@link canPin}. */
  readonly core: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Whether to wait for a first line; else the caller finds out when it is ready. */
  readonly awaitsLine: boolean;
}

const TASKSET = ['/usr/bin/taskset', '/bin/taskset'].find((path) => existsSync(path));
const PATIENCE_MS = 30_000;

/** Whether servers and load can be kept on processors of their own. */
export const canPin = TASKSET !== undefined && availableParallelism() >= 2;

/** Keeps this process, which makes the load, off the servers' processor. */
export function pinSelf(core: number): void {
  if (TASKSET !== undefined && canPin)
    spawnSync(TASKSET, ['-a', '-c', '-p', String(core), String(process.pid)]);
}

/** Starts `node …args`, which must have `bench/cpu.js` imported to answer `cpu`. Throws when it ends or is silent for too long. */
export async function startChild(args: readonly string[], options: ChildOptions): Promise<Child> {
  const command = [process.execPath, ...args];
  const [program = '', ...rest] =
    TASKSET !== undefined && canPin ? [TASKSET, '-c', String(options.core), ...command] : command;
  const child = spawn(program, rest, {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...options.environment },
  });
  const line = options.awaitsLine ? await firstLine(child, args.join(' ')) : '';
  child.stdout?.resume();
  return { line, cpu: () => cpuOf(child), stop: () => stop(child) };
}

function firstLine(child: ChildProcess, name: string): Promise<string> {
  if (child.stdout === null) throw new Error(`${name} has no standard output`);
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`${name} said nothing for ${PATIENCE_MS / 1000} s`)),
      PATIENCE_MS,
    );
    lines.once('line', (line) => {
      clearTimeout(late);
      resolve(line);
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with code ${code} before it was ready`)));
    child.once('error', reject);
  });
}

function cpuOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('the server does not say how much CPU it has used')),
      PATIENCE_MS,
    );
    child.once('message', (message) => {
      clearTimeout(late);
      const { cpu } = message as { cpu: NodeJS.CpuUsage };
      resolve((cpu.user + cpu.system) / 1000);
    });
    child.send('cpu');
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin?.end();
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(hard);
}
