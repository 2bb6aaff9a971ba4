import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

/** docs/cases.md shows front-end developers what there is, and nothing else. */

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const guide = read('docs/cases.md');
/** Mutations about other systems' incidents are told of there. */
const live = read('docs/live.md');
const schema = buildSchema(read('test/snapshots/schema.graphql'));
const examples = [...guide.matchAll(/```graphql\n(.*?)```/gs)].map(([, text = '']) => text);

describe('The guide to cases', () => {
  it.each(examples)('has an example that the graph understands: %s', (text) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });

  it('tells of every mutation', () => {
    const names = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !`${guide}${live}`.includes(`\`${name}`))).toEqual([]);
  });

  it('tells of every code', () => {
    const codes = schema.getType('UserErrorCode');
    const names = isEnumType(codes) ? codes.getValues().map(({ name }) => name) : [];
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !guide.includes(`| \`${name}\` |`))).toEqual([]);
  });

  it('names the states that are over as the rules know them', async () => {
    const { RELATION_KINDS } = await import('../../src/cases/association/relation-kind.ts');
    for (const [relation, { ended }] of Object.entries(RELATION_KINDS)) {
      const row = guide.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${relation}\``));
      const states = [...(row ?? '').matchAll(/`(\d+)`/g)].map(([, state]) => state);
      expect(new Set(states)).toEqual(ended);
    }
  });
});
