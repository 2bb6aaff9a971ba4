import { readdir, readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

export interface PlaygroundFile {
  readonly type: string;
  /** Read at the first call and kept. */
  readonly read: () => Promise<Buffer>;
  readonly readGzip: () => Promise<Buffer>;
}

/**
 * The built playground's files by their path inside it. What is not listed here cannot be asked for, so no path can lead out of the folder.
 * `null`: there is no built playground.
 */
export async function playgroundFiles(
  candidates: readonly URL[],
): Promise<ReadonlyMap<string, PlaygroundFile> | null> {
  for (const folder of candidates) {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    const paths = names.map((name) => name.replaceAll('\\', '/')).filter((name) => extname(name) in TYPES);
    if (paths.includes('index.html')) return new Map(paths.map((path) => [path, file(folder, path)]));
  }
  return null;
}

function file(folder: URL, path: string): PlaygroundFile {
  const read = once(() => readFile(new URL(path, folder)));
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    read,
    readGzip: once(async () => promisify(gzip)(await read())),
  };
}

/** Runs at the first call only; a failure is not kept. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
