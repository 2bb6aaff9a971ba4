import type { Listener } from '../../http/listen.ts';
import { listen } from '../../http/listen.ts';
import type { AllQuietWorld } from '../../world/allquiet-records.ts';
import { createWorld } from '../../world/create.ts';
import type { IncidentResource } from '../incidents/resource.ts';
import { createAllQuiet } from '../index.ts';
import type { AllQuietOptions } from '../options.ts';

export const KEY = 'k-all';

/** Made once: no test changes it, since the server keeps its own. */
export const world: AllQuietWorld = createWorld({ cases: 60 }).allquiet;

/** Behind all of the world's data. */
export const NOW = Date.UTC(2026, 10, 20, 9, 0, 10);

export interface Reply<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
}

export interface ProblemBody {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

export interface Scene {
  readonly url: string;
  /** Set it to move the clock. */
  now: number;
  /** A request below the API's prefix; with a body it is JSON. */
  call<T = IncidentResource>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Reply<T>>;
  /** A control request. */
  control(method: string, path: string, body?: unknown): Promise<Response>;
  close(): Promise<void>;
}

export async function startScene(options: Partial<AllQuietOptions> = {}): Promise<Scene> {
  const settings = { keys: [{ key: KEY }], webhookToken: 't-default', ...options };
  const service = createAllQuiet({ allquiet: world }, { ...settings, now: () => scene.now });
  const listener: Listener = await listen(service, { port: 0 });
  const scene: Scene = {
    url: listener.url,
    now: NOW,
    call: async <T>(
      method: string,
      path: string,
      body?: unknown,
      headers: Readonly<Record<string, string>> = { 'X-Api-Key': KEY },
    ) => {
      const sent = new Headers({ ...headers });
      if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json');
      const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
      const init = { method, headers: sent, ...(text !== undefined && { body: text }) };
      return replyOf<T>(await fetch(`${listener.url}/api/public/v1${path}`, init));
    },
    control: (method, path, body) =>
      fetch(`${listener.url}/__sandbox/${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    close: async () => {
      await listener.close();
      await service.close?.();
    },
  };
  return scene;
}

async function replyOf<T>(response: Response): Promise<Reply<T>> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson && text ? JSON.parse(text) : null) as T,
  };
}
