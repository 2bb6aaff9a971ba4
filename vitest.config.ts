import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// graphql 16 ships two builds; libraries outside the bundler load the CommonJS one, so ours must be the same instance.
const graphql = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: {
    include: [
      'src/**/*.test.ts',
      'adapters/**/*.test.ts',
      'sandbox/**/*.test.ts',
      'test/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    pool: 'forks',
    // One process runs many files and loads the house once: most of the time went into loading it anew for each.
    isolate: false,
    // What a file leaves behind in its process would reach the next one: it fails here, by name, instead.
    setupFiles: ['test/harness/leaves-no-trace.ts'],
    // On two cores: what waits for clocks, pages and processes leaves room for a third.
    maxWorkers: 3,
  },
});
