import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..');

/** Options of node for a server whose CPU time is asked for. */
export const MEASURED: readonly string[] = [
  '--import',
  pathToFileURL(join(import.meta.dirname, 'cpu.js')).href,
];

/** TypeScript is compiled as it is loaded, before anything is measured. */
const COMPILED: readonly string[] = ['--import', import.meta.resolve('tsx')];

export const NAIVE: readonly string[] = [...COMPILED, join(import.meta.dirname, 'naive', 'main.ts')];

/** Arguments of node for the command line: the built program, as its users run it, or the source, for those who work on it. */
export function cli(fromSource: boolean): readonly string[] {
  return fromSource
    ? [...COMPILED, join(ROOT, 'src', 'cli', 'main.ts')]
    : [join(ROOT, 'bin', 'casegraph.js')];
}
