import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** The page on doubtful facts points at code: what it names is there. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/decisions/0019-doubtful-facts.md'), 'utf8');

interface Row {
  readonly doubt: string;
  readonly cells: number;
  readonly files: readonly string[];
  /** Functions, constants, columns and settings that stand in these files. */
  readonly names: readonly string[];
}

/** "The same" is the place of the row before. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|\s*(doubt|---)/.test(line))
  .reduce<readonly Row[]>((before, line) => {
    const cells = line.slice(1, -1).split(' | ');
    const named = [...(cells[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    const paths = named.filter(isPath);
    const files = paths.length > 0 ? paths.flatMap(expand) : (before.at(-1)?.files ?? []);
    const names = named.filter((name) => !isPath(name));
    return [...before, { doubt: cells[0]!.trim(), cells: cells.length, files, names }];
  }, []);

function isPath(name: string): boolean {
  return /\.(ts|graphql)$/.test(name);
}

/** `schema/servicenow/portal-*.graphql` is all of these. */
function expand(path: string): readonly string[] {
  const [before, after] = basename(path).split('*');
  if (after === undefined) return [path];
  const fits = (name: string): boolean => name.startsWith(before!) && name.endsWith(after);
  return readdirSync(join(root, dirname(path)))
    .filter(fits)
    .map((name) => join(dirname(path), name));
}

describe('A row of the page', () => {
  it('there are many', () => expect(rows.length).toBeGreaterThan(25));

  it.each(rows)('$doubt', ({ cells, files, names }) => {
    expect(cells).toBe(4);
    expect(files).not.toEqual([]);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const text = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
    // `cases.parentChildSync` is a setting: its last part is declared there.
    expect(names.filter((name) => !text.includes(name.split('.').at(-1)!))).toEqual([]);
  });
});
