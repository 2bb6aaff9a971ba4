import { afterAll, beforeAll, expect, vi } from 'vitest';

/** Many files share a process (vitest.config.ts): each has to leave what belongs to all of them as it found it. */

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;

interface Shared {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly fakeTimers: boolean;
  readonly spied: readonly string[];
  readonly fetch: typeof fetch;
}

function shared(): Shared {
  return {
    environment: { ...process.env },
    folder: process.cwd(),
    fakeTimers: vi.isFakeTimers(),
    spied: METHODS.filter((name) => vi.isMockFunction(Object.getOwnPropertyDescriptor(console, name)?.value)),
    fetch: globalThis.fetch,
  };
}

let before: Shared;

beforeAll(() => {
  before = shared();
});

afterAll(() => {
  expect(shared(), 'what this test file has left behind in its process').toEqual(before);
});
