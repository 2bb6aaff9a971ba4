import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Store } from '../data/store.ts';
import { testWorld } from '../test-world.ts';
import { describeObject } from './describe.ts';
import { createDictionary } from './dictionary.ts';

type Keys = Record<string, unknown>;
interface Description extends Keys {
  readonly fields: Keys[];
  readonly childRelationships: Keys[];
}

const recorded = JSON.parse(
  readFileSync(new URL('./fixtures/account-describe.json', import.meta.url), 'utf8'),
) as Description;
const world = testWorld();
const dictionary = createDictionary(world);
const store = new Store(world, dictionary);

function describeNamed(name: string): Description {
  const object = dictionary.objects.get(name.toLowerCase());
  if (object === undefined) throw new Error(`No ${name} in the dictionary.`);
  return describeObject(object, store, { version: '53.0', origin: 'https://org.test' }) as Description;
}

describe('describe', () => {
  const account = describeNamed('Account');

  test('has the keys of the recorded answer', () => {
    expect(Object.keys(account)).toEqual(Object.keys(recorded));
    expect(Object.keys(account.childRelationships[0] ?? {})).toEqual(
      Object.keys(recorded.childRelationships[0] ?? {}),
    );
    for (const field of account.fields)
      expect(Object.keys(field)).toEqual(Object.keys(recorded.fields[0] ?? {}));
  });

  test('says of each field what the recorded answer says', () => {
    const essential = [
      'name',
      'type',
      'length',
      'precision',
      'scale',
      'nillable',
      'referenceTo',
      'relationshipName',
      'soapType',
      'sortable',
      'filterable',
      'compoundFieldName',
    ];
    // A text that the recorded org gives a relationship name all the same.
    const ordinary = (field: Keys) => field['name'] !== 'JigsawCompanyId';
    const pick = (fields: Keys[]) =>
      fields.filter(ordinary).map((field) => essential.map((key) => [key, field[key]]));
    expect(pick(account.fields)).toEqual(pick(recorded.fields));
  });

  test('knows the relations an account has', () => {
    expect(account.childRelationships.map(({ relationshipName }) => relationshipName)).toEqual(
      expect.arrayContaining(['Contacts', 'Opportunities', 'Cases', 'ChildAccounts']),
    );
  });

  test.each(['Opportunity', 'Contact', 'User', 'Case', 'Campaign', 'Organization', 'Task'])(
    '%s can be described',
    (name) => {
      const { fields } = describeNamed(name);
      expect(fields.find((field) => field['name'] === 'Id')).toMatchObject({ type: 'id', length: 18 });
      expect(new Set(fields.map((field) => field['name'])).size).toBe(fields.length);
    },
  );

  test('picklists: in their order, or as the data uses them', () => {
    const field = (name: string) => describeNamed('Opportunity').fields.find((one) => one['name'] === name);
    const values = (name: string) =>
      (field(name)?.['picklistValues'] as { value: string }[]).map(({ value }) => value);
    expect(values('StageName').slice(0, 2)).toEqual(['Prospecting', 'Qualification']);
    expect(values('Competitors__c')).toEqual(['A', 'B', 'C']);
    expect(field('Competitors__c')).toMatchObject({ type: 'multipicklist', custom: true });
    expect(field('Name')).toMatchObject({ type: 'string', length: 120 });
    expect(field('Amount')).toMatchObject({ type: 'currency', precision: 18, scale: 2 });
  });

  test('every reference and every child relationship leads to a field that is there', () => {
    for (const object of dictionary.objects.values()) {
      for (const child of object.children) {
        const target = dictionary.objects
          .get(child.object.toLowerCase())
          ?.fieldNamed.get(child.field.toLowerCase());
        expect([object.name, child, target?.type]).toEqual([object.name, child, 'reference']);
        expect(target?.referenceTo).toContain(object.name);
      }
    }
  });

  test('a field only the data knows is there too', () => {
    const odd = testWorld();
    const first = odd.salesforce.get('Opportunity')?.[0];
    if (first) Object.assign(first, { Amount_EUR__c: 12.5, Signed__c: '2026-01-01' });
    const found = createDictionary(odd).objects.get('opportunity')?.fieldNamed;
    expect(found?.get('amount_eur__c')).toMatchObject({ type: 'double', custom: true });
    expect(found?.get('signed__c')?.type).toBe('date');
  });
});
