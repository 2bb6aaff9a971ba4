import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ImportError } from './import-error.ts';

/** Asked before anything else, so that nobody waits for a refusal. Throws ImportError. */
export function refuseToOverwrite(out: string | undefined, force: boolean): void {
  if (out === undefined || force || !existsSync(out)) return;
  throw new ImportError(`${out} is there already. Add --force to overwrite it, or give another --out.`);
}

/** Writes the declaration to its file, or to standard output; notes go to standard error. */
export async function put(
  sdl: string,
  notes: readonly string[],
  out: string | undefined,
  force: boolean,
): Promise<void> {
  if (out === undefined) process.stdout.write(sdl);
  else {
    await mkdir(dirname(out), { recursive: true });
    await write(out, sdl, force);
    process.stdout.write(`${out}\n`);
  }
  for (const note of notes) process.stderr.write(`note: ${note}\n`);
}

/** A file that appeared in the meantime is not overwritten either. */
async function write(out: string, sdl: string, force: boolean): Promise<void> {
  try {
    await writeFile(out, sdl, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') throw new ImportError(`${out} is there already. Add --force to overwrite it.`);
    throw new ImportError(`${out} cannot be written (${code}).`, { cause: error });
  }
}
