import { readdirSync, readFileSync } from 'node:fs';
import { Source } from 'graphql';
import { expect, it } from 'vitest';
import { buildCatalog } from '../../src/graphql/declaration/catalog.ts';
import { DeclarationError } from '../../src/graphql/declaration/problem.ts';
import { parseSources } from '../../src/graphql/declaration/read.ts';

/**
 * Each file in bad/ has one mistake. Its first line says what must be reported of it, and nothing else may be:
 * `# expects: LINE:COLUMN part of the message`.
 */
const FOLDER = new URL('bad/', import.meta.url);
const SCHEMA = new URL('../../schema/', import.meta.url);
const EXPECTS = /^# expects: (\d+):(\d+) (.+)$/m;

function problemsOf(file: string, text: string) {
  const frame = ['directives.graphql', 'roots.graphql'].map(
    (name) => new Source(readFileSync(new URL(name, SCHEMA), 'utf8'), name),
  );
  try {
    buildCatalog(parseSources([...frame, new Source(text, file)]), ['servicenow', 'salesforce']);
  } catch (error) {
    if (error instanceof DeclarationError) return error.problems;
    throw error;
  }
  return [];
}

it.each(readdirSync(FOLDER))('%s is refused, at the place and with what to write instead', (file) => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  const [, line, column, part] = EXPECTS.exec(text)!;
  expect(problemsOf(file, text)).toEqual([
    { file, line: Number(line), column: Number(column), message: expect.stringContaining(part!) as string },
  ]);
});

it('a table without a mistake has none', () => {
  const good = readFileSync(new URL('no-key.graphql', FOLDER), 'utf8').replace(
    'number: String @column(name: "number")',
    'id: ID! @key(column: "sys_id")',
  );
  expect(problemsOf('good.graphql', good)).toEqual([]);
});

it('all mistakes of all files are told at once', () => {
  const text = `type A @table(label: "A", plural: "as") { id: ID! @key(column: "id") }
    type B @table(label: "B", plural: "bs") @source(connection: "sap", object: "b") @access(read: []) { n: Float }`;
  expect(problemsOf('many.graphql', text)).toHaveLength(4);
});
