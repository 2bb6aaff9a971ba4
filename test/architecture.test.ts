import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Source, violations } from './architecture/check.ts';
import { importsOf } from './architecture/imports.ts';

const ROOT = join(import.meta.dirname, '..');
/** Written by machines, or not part of the house. */
const ELSEWHERE = /(^|\/)(node_modules|fixtures|generated)\/|^src\/http\/playground\/app\//;
/** Tests may look at everything. */
const TESTS = /\.test\.ts$|(^|\/)testing\//;

describe('the house', () => {
  it('keeps its import rules and its file lengths', () => {
    const sources = ['src', 'adapters', 'sandbox'].flatMap(sourcesOf);
    expect(sources.length).toBeGreaterThan(20);
    expect(violations(sources)).toEqual([]);
  });
});

describe('the check of the import rules', () => {
  it.each<[wrong: string, path: string, text: string, ...more: string[]]>([
    ['a package in the contract', 'src/contract/row.ts', `import { z } from 'zod';`],
    ['a Node module in the contract', 'src/contract/row.ts', `import type { Buffer } from 'node:buffer';`],
    ['another room in the contract', 'src/contract/row.ts', `import type { X } from '../engine/x.ts';`],
    ['the engine in observe', 'src/observe/log.ts', `import { x } from '../engine/x.ts';`],
    ['an adapter in the engine', 'src/engine/plan.ts', `import { x } from '../../adapters/memory/index.ts';`],
    ['graphql the package in the engine', 'src/engine/plan.ts', `import { parse } from 'graphql';`],
    ['graphql the room in the engine', 'src/engine/plan.ts', `export * from '../graphql/x.ts';`],
    ['a tool of graphql in the cases', 'src/cases/rules.ts', `import x from '@graphql-tools/schema';`],
    [
      'an adapter in graphql',
      'src/graphql/x.ts',
      `const x = await import('../../adapters/memory/index.ts');`,
    ],
    ['the gateway in http', 'src/http/x.ts', `import '../gateway.ts';`],
    ['the engine in access', 'src/access/x.ts', `type X = import('../engine/x.ts').X;`],
    ['the engine in connections', 'src/connections/x.ts', `import type { X } from '../engine/x.ts';`],
    ['values of connections in config', 'src/config/x.ts', `import { x } from '../connections/x.ts';`],
    [
      'the inside of the contract in an adapter',
      'adapters/a/x.ts',
      `import type { X } from '../../src/contract/row.ts';`,
    ],
    ['the engine in an adapter', 'adapters/a/x.ts', `import { x } from '../../src/engine/x.ts';`],
    ['another adapter in an adapter', 'adapters/a/x.ts', `import { x } from '../b/index.ts';`],
    ['the contract in the sandbox', 'sandbox/x.ts', `import type { X } from '../src/contract/index.ts';`],
    ['an adapter in the sandbox', 'sandbox/a/x.ts', `import x = require('../../adapters/memory/index.ts');`],
    ['the sandbox in the gateway', 'src/gateway.ts', `import { x } from '../sandbox/x.ts';`],
    ['the tests in a room', 'src/engine/x.ts', `import { x } from '../../test/contract/oracle.ts';`],
    ['a room without a rule', 'src/misc/x.ts', `export {};`],
    ['a file that is too long', 'src/engine/x.ts', '\n'.repeat(301)],
  ])('finds %s', (_wrong, path, text) => {
    expect(violations([{ path, text: `// first line\n${text}` }])).toEqual([
      expect.stringMatching(new RegExp(`^${path}:\\d+ .{20,}`)),
    ]);
  });

  it('allows what the house allows', () => {
    const sources: Source[] = [
      {
        path: 'src/gateway.ts',
        text: `import { x } from './engine/x.ts'; import { y } from '../adapters/a/index.ts';`,
      },
      {
        path: 'src/cli/dev.ts',
        text: `import { x } from '../gateway.ts'; import { y } from '../../sandbox/x.ts';`,
      },
      {
        path: 'src/config/x.ts',
        text: `import type { X } from '../connections/x.ts'; import { z } from 'zod';`,
      },
      {
        path: 'src/engine/x.ts',
        text: `import { x } from '../contract/index.ts'; import { y } from './y.ts';`,
      },
      {
        path: 'src/graphql/x.ts',
        text: `import { parse } from 'graphql'; import { x } from '../cases/x.ts';`,
      },
      {
        path: 'adapters/a/x/y.ts',
        text: `import { x } from '../z.ts'; import { y } from '../../../src/contract/index.ts';`,
      },
      {
        path: 'sandbox/a/x.ts',
        text: `import { x } from '../b/x.ts'; import { createServer } from 'node:http';`,
      },
    ];
    expect(violations(sources)).toEqual([]);
  });

  it('finds rooms that import each other, with the place', () => {
    const sources: Source[] = [
      { path: 'src/engine/x.ts', text: `import { x } from '../access/x.ts';` },
      { path: 'src/access/x.ts', text: `\nimport type { X } from '../engine/x.ts';` },
    ];
    expect(violations(sources)).toEqual([
      "src/access/x.ts:2 access may not import engine: '../engine/x.ts'",
      'src/access/x.ts:2 rooms import each other: access -> engine -> access',
    ]);
  });

  it('sees every form of import and no text that only looks like one', () => {
    const source = [
      `import 'a';`,
      `import type { B } from 'b';`,
      `export type { C } from 'c';`,
      `type D = import('d').D;`,
      `const e = await import('e');`,
      `const f = require('f');`,
      `// import 'no'`,
      `const text = "import 'no'";`,
      `export { text };`,
      `void import(text);`,
    ].join('\n');
    expect(importsOf(source)).toEqual([
      { specifier: 'a', line: 1, typeOnly: false },
      { specifier: 'b', line: 2, typeOnly: true },
      { specifier: 'c', line: 3, typeOnly: true },
      { specifier: 'd', line: 4, typeOnly: true },
      { specifier: 'e', line: 5, typeOnly: false },
      { specifier: 'f', line: 6, typeOnly: false },
      { specifier: 'text', line: 10, typeOnly: false },
    ]);
  });
});

function sourcesOf(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !TESTS.test(path) && !ELSEWHERE.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}
