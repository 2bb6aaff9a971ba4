import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Watch, type Place } from './watch.ts';

let root: string;
let changes: number;
let watch: Watch;
const at = (...path: string[]): string => join(root, ...path);

const file = (name: string): Place => ({ name, folder: root, files: () => Promise.resolve([at(name)]) });
const folder = (name: string): Place => ({
  name: `${name}/`,
  folder: at(name),
  files: async () => {
    const entries = await readdir(at(name), { recursive: true, withFileTypes: true });
    return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  },
});

function start(interval: number): Watch {
  return new Watch({ changed: () => (changes += 1), rest: 30, interval });
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'casegraph-watch-'));
  mkdirSync(at('tables/deep'), { recursive: true });
  writeFileSync(at('config.yaml'), 'a: 1');
  writeFileSync(at('tables/a.graphql'), 'a');
  writeFileSync(at('tables/deep/b.graphql'), 'b');
  changes = 0;
});
afterEach(() => {
  watch.close();
  rmSync(root, { recursive: true, force: true });
});

const seen = (count: number) => vi.waitFor(() => expect(changes).toBe(count), { timeout: 3_000 });
const quiet = () => new Promise((resolve) => setTimeout(resolve, 200));

const CHANGES: readonly (readonly [string, () => void])[] = [
  ['an edit', () => writeFileSync(at('tables/a.graphql'), 'a, longer')],
  ['an edit of a file in a folder below', () => writeFileSync(at('tables/deep/b.graphql'), 'other')],
  ['a new file', () => writeFileSync(at('tables/c.graphql'), 'c')],
  ['a file removed', () => rmSync(at('tables/a.graphql'))],
  ['the configuration', () => writeFileSync(at('config.yaml'), 'a: 2')],
  ['a file replaced by one that was written beside it', () => replace('config.yaml', 'a: 3')],
  ['a file touched', () => utimesSync(at('tables/a.graphql'), 1, 1)],
  [
    'a folder with a file in it',
    () => (mkdirSync(at('tables/new')), writeFileSync(at('tables/new/d.graphql'), 'd')),
  ],
  ['a folder removed', () => rmSync(at('tables/deep'), { recursive: true })],
];

function replace(name: string, text: string): void {
  writeFileSync(at(`${name}.tmp`), text);
  renameSync(at(`${name}.tmp`), at(name));
}

// An interval that does not come: what the file system tells is all there is.
it.each(CHANGES)('%s is told once', async (_name, change) => {
  watch = start(600_000);
  await watch.follow([file('config.yaml'), folder('tables')]);
  change();
  await seen(1);
  await quiet();
  expect(changes).toBe(1);
});

it('looking now and then will do where the file system says nothing', async () => {
  watch = start(50);
  await watch.follow([folder('later')]);
  mkdirSync(at('later'));
  writeFileSync(at('later/a.graphql'), 'a');
  await seen(1);
});

it('many writes in a row are one change, told when they are over', async () => {
  watch = start(600_000);
  await watch.follow([folder('tables')]);
  for (let turn = 0; turn < 10; turn += 1) {
    writeFileSync(at('tables/a.graphql'), 'x'.repeat(turn));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await seen(1);
  await quiet();
  expect(changes).toBeLessThanOrEqual(2);
});

it('a mounted volume swaps a link to the folder that the file is in', async () => {
  for (const version of ['1', '2']) {
    mkdirSync(at(`.${version}`));
    writeFileSync(at(`.${version}/config.yaml`), version);
  }
  symlinkSync('.1', at('.data'));
  rmSync(at('config.yaml'));
  symlinkSync('.data/config.yaml', at('config.yaml'));
  watch = start(600_000);
  await watch.follow([file('config.yaml')]);
  symlinkSync('.2', at('.next'));
  renameSync(at('.next'), at('.data'));
  await seen(1);
});

it('a folder that is replaced is watched on', async () => {
  watch = start(600_000);
  await watch.follow([file('config.yaml'), folder('tables')]);
  renameSync(at('tables'), at('old'));
  mkdirSync(at('tables'));
  writeFileSync(at('tables/a.graphql'), 'new');
  // The folder's own watcher is gone with it; anything that leads to another look finds the new one.
  writeFileSync(at('touched'), '');
  await seen(1);
  writeFileSync(at('tables/a.graphql'), 'newer');
  await seen(2);
});

it('what is beside the files is of no interest', async () => {
  watch = start(600_000);
  await watch.follow([file('config.yaml')]);
  writeFileSync(at('other.yaml'), 'b');
  await quiet();
  expect(changes).toBe(0);
});

it('a change that is not told yet is not lost when other places are followed', async () => {
  watch = start(600_000);
  await watch.follow([file('config.yaml')]);
  writeFileSync(at('config.yaml'), 'changed');
  await watch.follow([file('config.yaml'), folder('tables')]);
  await seen(1);
});

it('what is marked as known is not told', async () => {
  watch = start(600_000);
  await watch.follow([file('config.yaml')]);
  writeFileSync(at('config.yaml'), 'changed');
  await watch.mark();
  await quiet();
  expect(changes).toBe(0);
});

it('tells nothing once it is closed', async () => {
  watch = start(50);
  await watch.follow([folder('tables')]);
  writeFileSync(at('tables/a.graphql'), 'changed');
  watch.close();
  await quiet();
  expect(changes).toBe(0);
});
