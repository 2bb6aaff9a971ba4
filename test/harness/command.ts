import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** `casegraph` as a process of its own, from the sources, with `--import tsx` in the place of the build. */
export interface Command {
  readonly pid: number;
  /** What it has printed so far. */
  readonly output: { readonly out: string; readonly err: string };
  /** The first line on its standard output; rejects with its standard error when it ends without one. */
  readonly firstLine: Promise<string>;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void;
}

export function runCommand(...options: readonly string[]): Command {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const output = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.err += text));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      if (output.out.includes('\n')) resolve(output.out.slice(0, output.out.indexOf('\n')));
    });
    void ended.then((code) => reject(new Error(`exit code ${code}: ${output.err}`)));
  });
  firstLine.catch(() => undefined);
  return { pid: child.pid!, output, firstLine, ended, signal: (name) => void child.kill(name) };
}

/** Ends a command that a failed test may have left behind. */
export async function ensureEnded(command: Command): Promise<void> {
  command.signal('SIGTERM');
  const late = setTimeout(() => command.signal('SIGKILL'), 5_000);
  await command.ended;
  clearTimeout(late);
}
