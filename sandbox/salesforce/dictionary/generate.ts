/**
 * Writes standard-objects.json. A tool for developers, not part of the running sandbox:
 *
 *   npx tsx sandbox/salesforce/dictionary/generate.ts FIELDS.json ACCOUNT-DESCRIBE.json > standard-objects.json
 *
 * FIELDS.json lists fields, parents and children as jsforce's types name them; they say `string` where
 * Salesforce says id, reference, picklist, phone …, so the type is derived from the name by the rules below.
 * The fields of Account come from a recorded describe answer instead, and are exact.
 */
import { readFileSync } from 'node:fs';
import { RULES, exactType, PREFIXES, EXTRA_FIELDS, CHILD_FIELDS, POLYMORPHIC } from './generate-rules.ts';

interface Source {
  readonly Fields: Record<string, string>;
  readonly ParentReferences: Record<string, string>;
  readonly ChildRelationships: Record<string, string>;
}

interface RecordedField {
  readonly name: string;
  readonly type: string;
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  readonly custom: boolean;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
}

const [, , fieldsPath = '', accountPath = ''] = process.argv;
const sources = JSON.parse(readFileSync(fieldsPath, 'utf8')) as Record<string, Source>;
const account = JSON.parse(readFileSync(accountPath, 'utf8')) as { fields: readonly RecordedField[] };

const plain = (type: string): string => type.replace('SObjectDefinition$', '').replace(' | null', '');

function reference(object: string, field: string, source: Source): string | undefined {
  const polymorphic = POLYMORPHIC[`${object}.${field}`];
  if (polymorphic !== undefined) return `reference(${polymorphic})`;
  const relation = field.replace(/Id$/, '');
  const target = source.ParentReferences[relation];
  if (!field.endsWith('Id') || target === undefined) return undefined;
  return `reference(${plain(target)},${relation})`;
}

function specOf(object: string, field: string, type: string, source: Source): string {
  const nillable = type.endsWith('| null') ? '?' : '';
  const bare = plain(type);
  const spec =
    exactType(object, field) ??
    reference(object, field, source) ??
    RULES.find((rule) => rule.typescript === bare && rule.name.test(field))?.type;
  if (spec === undefined) throw new Error(`No rule gives a type to ${object}.${field}: ${type}.`);
  return `${field}:${spec}${nillable}`;
}

function recordedSpec(field: RecordedField): string {
  const relation = field.relationshipName ?? '';
  const inner =
    field.type === 'reference'
      ? `${field.referenceTo.join('|')},${relation}`
      : field.precision > 0
        ? `${field.precision},${field.scale}`
        : field.length > 0
          ? String(field.length)
          : '';
  return `${field.name}:${field.type}${inner === '' ? '' : `(${inner})`}${field.nillable ? '?' : ''}`;
}

function fieldsOf(object: string, source: Source): string[] {
  const base =
    object === 'Account'
      ? account.fields.filter((field) => !field.custom && field.type !== 'id').map(recordedSpec)
      : Object.entries(source.Fields)
          .filter(([name]) => name !== 'Id')
          .map(([name, type]) => specOf(object, name, type, source));
  return ['Id:id', ...base, ...(EXTRA_FIELDS[object] ?? [])];
}

function childrenOf(object: string, source: Source, fields: ReadonlyMap<string, string[]>): string[] {
  return Object.entries(source.ChildRelationships).flatMap(([relation, type]) => {
    const child = plain(type);
    const candidates = (fields.get(child) ?? []).filter((spec) =>
      new RegExp(`:reference\\(([^,]*\\|)?${object}[|,]`).test(spec),
    );
    const only = candidates.length === 1 ? candidates[0]?.split(':')[0] : undefined;
    const field = CHILD_FIELDS[`${object}.${relation}`] ?? only;
    return field === undefined ? [] : [`${relation}:${child}.${field}`];
  });
}

const fields = new Map(Object.entries(sources).map(([name, source]) => [name, fieldsOf(name, source)]));
const dictionary = Object.fromEntries(
  Object.entries(sources).map(([name, source]) => [
    name,
    {
      keyPrefix: PREFIXES[name] ?? null,
      fields: (fields.get(name) ?? []).join(' '),
      children: childrenOf(name, source, fields).join(' '),
    },
  ]),
);
process.stdout.write(`${JSON.stringify(dictionary, null, 2)}\n`);
