import { readFileSync } from 'node:fs';
import type { SfRecord, World } from '../../world/world.ts';
import { parseFieldSpec } from './field-spec.ts';
import { FURTHER_OBJECTS } from './further-objects.ts';
import type { ObjectSpec } from './further-objects.ts';
import { objectInfo } from './object-info.ts';
import type { FieldInfo, ObjectInfo } from './object-info.ts';

/** All objects of the org, by name in lower case, and by the first three characters of an id. */
export interface Dictionary {
  readonly objects: ReadonlyMap<string, ObjectInfo>;
  readonly byPrefix: ReadonlyMap<string, ObjectInfo>;
}

const STANDARD = JSON.parse(
  readFileSync(new URL('./standard-objects.json', import.meta.url), 'utf8'),
) as Record<string, ObjectSpec>;

/** Custom fields the data may carry whose type cannot be read off their values. */
const CUSTOM_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Opportunity: ['Competitors__c:multipicklist(4099)?'],
};

/** Records looked at to find fields that are in the data and not in the list. */
const SAMPLE = 200;

/** The standard objects plus whatever the world's records hold beyond them. */
export function createDictionary(world: World): Dictionary {
  const specs = { ...STANDARD, ...FURTHER_OBJECTS };
  for (const name of world.salesforce.keys())
    specs[name] ??= { keyPrefix: null, fields: 'Id:id', children: '' };
  const infos = Object.entries(specs).map(([name, spec]) =>
    build(name, spec, world.salesforce.get(name) ?? []),
  );
  const prefixed = infos.flatMap((info): [string, ObjectInfo][] =>
    info.keyPrefix === null ? [] : [[info.keyPrefix, info]],
  );
  return {
    objects: new Map(infos.map((info) => [info.name.toLowerCase(), info])),
    byPrefix: new Map(prefixed),
  };
}

export function objectNamed(dictionary: Dictionary, name: string): ObjectInfo | undefined {
  return dictionary.objects.get(name.toLowerCase());
}

function build(name: string, spec: ObjectSpec, records: readonly SfRecord[]): ObjectInfo {
  const label = words(name.replace(/__c$/, '').replace(/2$/, ''));
  const listed = [...split(spec.fields), ...(CUSTOM_FIELDS[name] ?? [])].map(parseFieldSpec);
  return objectInfo({
    name,
    label,
    labelPlural: label.endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`,
    keyPrefix: spec.keyPrefix ?? records[0]?.Id.slice(0, 3) ?? null,
    fields: [...listed, ...unlisted(listed, records)],
    children: split(spec.children).map((word) => {
      const [relationshipName = '', object = '', field = ''] = word.split(/[:.]/);
      return { relationshipName, object, field };
    }),
  });
}

function unlisted(listed: readonly FieldInfo[], records: readonly SfRecord[]): FieldInfo[] {
  const known = new Set(listed.map((field) => field.name));
  const found = new Map<string, FieldInfo>();
  for (const record of records.slice(0, SAMPLE)) {
    for (const [name, value] of Object.entries(record)) {
      if (!known.has(name) && value !== null) found.set(name, parseFieldSpec(`${name}:${guess(value)}?`));
    }
  }
  return [...found.values()];
}

function guess(value: string | number | boolean): string {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'double(18,2)';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date';
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? 'datetime' : 'string(255)';
}

const split = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** `LastModifiedDate` as people read it: `Last Modified Date`. */
export function words(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/_/g, ' ');
}
