import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from './bundle.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUILT = join(ROOT, 'dist/src/cli/main.js');
const SOURCES = ['src', 'adapters', 'sandbox'];

/** What users start, unless it was built from older sources: then the sources themselves, compiled once for this process. */
const PROGRAM = isFresh() ? join(ROOT, 'bin/casegraph.js') : await bundled(ROOT, 'src/cli/main.ts');

function isFresh(): boolean {
  if (!existsSync(BUILT)) return false;
  const { mtimeMs: built } = statSync(BUILT);
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return files.every((file) => statSync(file).mtimeMs <= built);
}

/** `casegraph` as a process of its own. */
export interface Command {
  readonly pid: number;
  /** What it has printed so far. */
  readonly output: { readonly out: string; readonly err: string };
  /** The first line on its standard output; rejects with its standard error when it ends without one. */
  readonly firstLine: Promise<string>;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGKILL' | 'SIGHUP'): void;
}

export function runCommand(...options: readonly string[]): Command {
  const child = spawn(process.execPath, [PROGRAM, ...options], {
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
