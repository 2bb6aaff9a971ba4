/** What the sandbox knows of an object and its fields; describe answers and SOQL name resolution both read this. */

export type FieldType =
  | 'id'
  | 'reference'
  | 'string'
  | 'picklist'
  | 'multipicklist'
  | 'textarea'
  | 'phone'
  | 'email'
  | 'url'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'address';

export interface FieldInfo {
  readonly name: string;
  readonly type: FieldType;
  /** Characters; 0 where the type has no length. */
  readonly length: number;
  /** Digits in all, and behind the point; 0 where the type has none. */
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  /** More than one object: polymorphic. */
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly custom: boolean;
}

export interface ChildInfo {
  readonly relationshipName: string;
  readonly object: string;
  /** The field of the child that holds the parent's id. */
  readonly field: string;
}

export interface ObjectInfo {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly custom: boolean;
  readonly fields: readonly FieldInfo[];
  readonly children: readonly ChildInfo[];
  /** Keys of the three maps are in lower case: names are case-insensitive in SOQL. */
  readonly fieldNamed: ReadonlyMap<string, FieldInfo>;
  readonly parentNamed: ReadonlyMap<string, FieldInfo>;
  readonly childNamed: ReadonlyMap<string, ChildInfo>;
}

export interface ObjectParts {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string | null;
  readonly fields: readonly FieldInfo[];
  readonly children: readonly ChildInfo[];
}

export function objectInfo(parts: ObjectParts): ObjectInfo {
  const parents = parts.fields.filter((field) => field.relationshipName !== null);
  return {
    ...parts,
    custom: parts.name.endsWith('__c'),
    fieldNamed: new Map(parts.fields.map((field) => [field.name.toLowerCase(), field])),
    parentNamed: new Map(parents.map((field) => [(field.relationshipName ?? '').toLowerCase(), field])),
    childNamed: new Map(parts.children.map((child) => [child.relationshipName.toLowerCase(), child])),
  };
}

const TEXT = new Set<FieldType>(['string', 'picklist', 'multipicklist', 'textarea', 'phone', 'email', 'url']);
const NUMBERS = new Set<FieldType>(['int', 'double', 'currency', 'percent']);

export const isText = (type: FieldType): boolean => TEXT.has(type);
export const isNumber = (type: FieldType): boolean => NUMBERS.has(type);

/** Long text can neither be filtered, sorted nor grouped. */
export const isLongText = (field: FieldInfo): boolean => field.type === 'textarea' && field.length > 255;
