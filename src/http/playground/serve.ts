import { pathToFileURL } from 'node:url';
import { answer } from '../exchange/answer.ts';
import type { Exchange, Route } from '../exchange/exchange.ts';
import { HttpRefusal } from '../exchange/refusal.ts';
import { playgroundFiles } from './files.ts';
import type { PlaygroundFile } from './files.ts';
import { personasRoute } from './personas.ts';
import type { PersonaToken } from './personas.ts';

export interface PlaygroundOptions {
  /** Folder of the built page. Default: where the build puts it. */
  readonly directory?: string;
}

export const PLAYGROUND_PATH = '/playground';
export const PERSONAS_PATH = '/playground/personas';

/**
 * The editor writes its styles into the page as it runs, hence 'unsafe-inline' for styles (and its icon font as data); scripts, workers and
 * requests come from and go to this gateway only.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const READ = ['GET', 'HEAD'];

interface Settings {
  readonly playground: boolean | PlaygroundOptions;
  readonly mode: 'dev' | 'production';
  readonly personas?: () => Promise<readonly PersonaToken[]>;
}

/** The playground's routes: the page at `/` and `/playground`, its files below, and in dev mode the personas. */
export async function playgroundRoutes(settings: Settings): Promise<(path: string) => Route | undefined> {
  if (settings.playground === false) return () => undefined;
  const files = await playgroundFiles(candidates(settings.playground));
  const page: Route = { methods: READ, handle: (exchange) => servePage(exchange, files) };
  const routes = new Map<string, Route>([
    ['/', page],
    [PLAYGROUND_PATH, page],
  ]);
  for (const [path, file] of files ?? []) {
    if (path !== 'index.html') {
      routes.set(`${PLAYGROUND_PATH}/${path}`, {
        methods: READ,
        handle: (exchange) => serveAsset(exchange, file),
      });
    }
  }
  if (settings.mode === 'dev' && settings.personas !== undefined) {
    routes.set(PERSONAS_PATH, personasRoute(settings.personas));
  }
  return (path) => routes.get(path);
}

// This file stands three folders below the repository's root, or below `dist` once it is compiled.
function candidates(playground: true | PlaygroundOptions): readonly URL[] {
  const directory = playground === true ? undefined : playground.directory;
  if (directory !== undefined) return [pathToFileURL(`${directory}/`)];
  return ['../../../dist/playground/', '../../../playground/'].map((path) => new URL(path, import.meta.url));
}

async function servePage(
  exchange: Exchange,
  files: ReadonlyMap<string, PlaygroundFile> | null,
): Promise<void> {
  const page = files?.get('index.html');
  if (page === undefined) {
    throw new HttpRefusal(
      503,
      'INTERNAL',
      'The playground has not been built. Run "npm run build", then start again.',
    );
  }
  await serveFile(exchange, page, {
    'content-security-policy': PAGE_POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-cache',
  });
}

// The names of built files hold a hash of their content.
function serveAsset(exchange: Exchange, file: PlaygroundFile): Promise<void> {
  // A worker's own policy comes with its script.
  return serveFile(exchange, file, {
    'content-security-policy': PAGE_POLICY,
    'cache-control': 'public, max-age=31536000, immutable',
  });
}

async function serveFile(
  exchange: Exchange,
  file: PlaygroundFile,
  headers: Record<string, string>,
): Promise<void> {
  const packed = /\bgzip\b/.test(String(exchange.request.headers['accept-encoding'] ?? ''));
  const body = packed ? await file.readGzip() : await file.read();
  const encoding: Record<string, string> = packed ? { 'content-encoding': 'gzip' } : {};
  answer(
    exchange,
    200,
    { 'content-type': file.type, vary: 'accept-encoding', ...headers, ...encoding },
    body,
  );
}
