/** Compiles the program and bundles the playground, side by side. Run by `npm ci` through `prepare`. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = import.meta.dirname;
const DIST = join(ROOT, 'dist');
const APP = join(ROOT, 'src/http/playground/app');
const EXAMPLES = join(ROOT, 'docs/examples');
const PLAYGROUND = join(DIST, 'playground');
const STAMP = join(DIST, 'playground.hash');
const COMPILED_STAMP = join(DIST, 'compiled.hash');
const COMPILED = ['src', 'adapters', 'sandbox'];
const { resolve: resolveModule } = createRequire(import.meta.url);

const start = performance.now();
process.exitCode = await build();

async function build(): Promise<number> {
  const missing = ['typescript/bin/tsc', 'vite'].filter((name) => !isInstalled(name));
  if (missing.length > 0) return withoutTools(missing);
  await mkdir(DIST, { recursive: true });
  const outcomes = await Promise.allSettled([compile(), bundle()]);
  const failures = outcomes.filter((outcome) => outcome.status === 'rejected');
  for (const failure of failures) print(`build: ${messageOf(failure.reason)}`);
  print(`build: ${failures.length > 0 ? 'failed' : 'done'} after ${seconds(start)}`);
  return failures.length > 0 ? 1 : 0;
}

/** Where only what the program runs on is installed, what was built before has to do. */
function withoutTools(missing: readonly string[]): number {
  if (existsSync(join(DIST, 'src/cli/main.js'))) {
    print(`build: skipped, since ${missing.join(' and ')} cannot be found and dist/ is there already`);
    return 0;
  }
  print(
    `build: ${missing.join(' and ')} cannot be found and there is no dist/. Run "npm ci" without --omit=dev.`,
  );
  return 1;
}

/** npx runs `prepare` once more for a folder whose command it is asked for, so what has not changed is not built again. */
async function compile(): Promise<void> {
  const begun = performance.now();
  const hash = await hashOf([
    ...(await filesBelow(COMPILED.map((folder) => join(ROOT, folder)))),
    join(ROOT, 'tsconfig.json'),
    join(ROOT, 'tsconfig.build.json'),
    join(ROOT, 'package-lock.json'),
    import.meta.filename,
  ]);
  const built = existsSync(join(DIST, 'src/cli/main.js'));
  if (built && (await readFile(COMPILED_STAMP, 'utf8').catch(() => '')) === hash) {
    print('build: the program has not changed');
    return;
  }
  await rm(COMPILED_STAMP, { force: true });
  const arguments_ = [
    '-p',
    join(ROOT, 'tsconfig.build.json'),
    '--listEmittedFiles',
    '--noEmitOnError',
    'false',
  ];
  const { code, output } = await run(resolveModule('typescript/bin/tsc'), arguments_);
  const lines = output.split('\n');
  const emitted = lines
    .filter((line) => line.startsWith('TSFILE: '))
    .map((line) => resolve(line.slice('TSFILE: '.length)));
  await removeStale(new Set([...emitted, ...(await copyData())]));
  if (code !== 0) {
    const problems = lines.filter((line) => line.trim() !== '' && !line.startsWith('TSFILE: '));
    throw new Error(`the program does not compile (tsc -p tsconfig.build.json):\n${problems.join('\n')}`);
  }
  await writeFile(COMPILED_STAMP, hash);
  print(`build: compiled ${emitted.length} files in ${seconds(begun)}`);
}

/** Data files that the code reads from beside itself. */
async function copyData(): Promise<string[]> {
  const files = (await filesBelow(COMPILED.map((folder) => join(ROOT, folder)))).filter(
    (file) => file.endsWith('.json') && !/[\\/](fixtures|app)[\\/]/.test(file),
  );
  return Promise.all(
    files.map(async (file) => {
      const target = join(DIST, relative(ROOT, file));
      await mkdir(dirname(target), { recursive: true });
      await copyFile(file, target);
      return target;
    }),
  );
}

/** What an earlier build left of files that are gone would still be imported. */
async function removeStale(emitted: ReadonlySet<string>): Promise<void> {
  if (emitted.size === 0) return;
  for (const file of await filesBelow(COMPILED.map((folder) => join(DIST, folder)))) {
    if (!emitted.has(file)) await rm(file);
  }
}

async function bundle(): Promise<void> {
  const begun = performance.now();
  const hash = await inputsHash();
  const built = existsSync(join(PLAYGROUND, 'index.html'));
  if (built && (await readFile(STAMP, 'utf8').catch(() => '')) === hash) {
    print('build: the playground has not changed');
    return;
  }
  await rm(STAMP, { force: true });
  const vite = await import('vite');
  await vite.build({
    root: APP,
    base: '/playground/',
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    // Workers as modules and nothing inlined: the page's policy lets only files of the gateway run.
    worker: { format: 'es' },
    build: {
      outDir: PLAYGROUND,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
      license: { fileName: 'licenses.md' },
      rolldownOptions: {
        // "use client" is for servers that render React; there is none here.
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  });
  await writeFile(STAMP, hash);
  const sizes = await Promise.all(
    (await filesBelow([PLAYGROUND])).map(async (file) => (await stat(file)).size),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  print(
    `build: bundled the playground in ${seconds(begun)}: ${sizes.length} files, ${(bytes / 1e6).toFixed(1)} MB`,
  );
}

/** Everything the bundle is made of: the page, the examples, the packages as the lock file pins them, and this file. */
async function inputsHash(): Promise<string> {
  return hashOf([
    ...(await filesBelow([APP, EXAMPLES])),
    join(ROOT, 'package-lock.json'),
    import.meta.filename,
  ]);
}

async function hashOf(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of inputs) {
    hash.update(`${relative(ROOT, file)}\0`);
    hash.update(await readFile(file).catch(() => ''));
  }
  return hash.digest('hex');
}

/** Absolute paths, in one order on every machine. */
async function filesBelow(folders: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) if (entry.isFile()) found.push(join(entry.parentPath, entry.name));
  }
  return found.sort();
}

function run(script: string, arguments_: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [script, ...arguments_], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const add = (text: string): void => void (output += text);
    child.stdout.setEncoding('utf8').on('data', add);
    child.stderr.setEncoding('utf8').on('data', add);
    child.on('error', reject);
    child.on('close', (code) => settle({ code: code ?? 1, output }));
  });
}

function isInstalled(name: string): boolean {
  try {
    resolveModule(name);
    return true;
  } catch {
    return false;
  }
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
