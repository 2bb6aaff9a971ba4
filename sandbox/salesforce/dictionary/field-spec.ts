import type { FieldInfo, FieldType } from './object-info.ts';

/**
 * A field in one word, as the dictionary file holds it: `Name:string(120)`, `Amount:currency(18,2)?`,
 * `OwnerId:reference(User,Owner)`, `WhatId:reference(Account|Opportunity,What)?`. The `?` means nillable.
 */
const WORD = /^(\w+):([a-z]+)(?:\(([^)]*)\))?(\?)?$/;

const DEFAULT_LENGTH: Partial<Record<FieldType, number>> = {
  id: 18,
  reference: 18,
  string: 255,
  picklist: 255,
};

export function parseFieldSpec(word: string): FieldInfo {
  const match = WORD.exec(word);
  if (match === null) throw new Error(`Not a field of the dictionary: ${JSON.stringify(word)}.`);
  const [, name = '', type = '', inner = '', nillable] = match;
  const kind = type as FieldType;
  const [first = '', second = ''] = inner.split(',');
  const reference = kind === 'reference';
  const numeric = second !== '' && !reference;
  return {
    name,
    type: kind,
    length: reference || numeric || inner === '' ? lengthOf(kind) : Number(first),
    precision: numeric ? Number(first) : 0,
    scale: numeric ? Number(second) : 0,
    nillable: nillable !== undefined,
    referenceTo: reference ? first.split('|') : [],
    relationshipName: reference && second !== '' ? second : null,
    custom: name.endsWith('__c'),
  };
}

function lengthOf(type: FieldType): number {
  return DEFAULT_LENGTH[type] ?? 0;
}
