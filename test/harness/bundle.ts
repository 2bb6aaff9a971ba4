import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop, type Plugin } from 'esbuild';

/** Code that looks for files beside itself goes on finding them beside its source. */
const whereItStands: Plugin = {
  name: 'where it stands',
  setup: (builder) =>
    builder.onLoad({ filter: /[\\/](src|adapters|sandbox)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'import.meta.url',
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: 'ts',
    })),
};

/**
 * Compiles a program and what it imports of ours into one file, which starts several times faster than its sources compiled as they are loaded. The file is
 * this process's own: others may see other sources. Packages are not part of it, so it stands where they are found.
 */
export async function bundled(root: string, entry: string): Promise<string> {
  const place = join(root, 'node_modules/.cache/casegraph');
  const file = join(place, `program-${process.pid}.mjs`);
  mkdirSync(place, { recursive: true });
  removeLeftOvers(place);
  await build({
    entryPoints: [join(root, entry)],
    outfile: file,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
    plugins: [whereItStands],
  });
  await stop();
  return file;
}

/** Processes that end by a signal cannot clear up after themselves. */
function removeLeftOvers(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = /^program-(\d+)\.mjs$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(place, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
