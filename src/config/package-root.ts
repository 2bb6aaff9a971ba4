import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the installed package: where package.json, schema/ and docs/ stand, whether this runs from src/ or from dist/. */
export function packageRoot(from: string = import.meta.url): string {
  let folder = dirname(fileURLToPath(from));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('casegraph is not installed as a package: no package.json above its code');
    folder = parent;
  }
  return folder;
}
