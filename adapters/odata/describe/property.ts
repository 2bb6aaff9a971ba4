import type { ColumnType, DescribedColumn } from '../../../src/contract/index.ts';
import type { Edm } from '../edm.ts';
import { isEdm } from '../edm.ts';
import type { Model } from './model.ts';
import { annotated, attribute, below, sap } from './model.ts';
import type { Element } from './xml.ts';

/** Names that can be read but are not worth or not able to be columns. */
const NO_COLUMNS = /^Edm\.(Binary|Stream|Geo\w+|Geometry\w*|Single|SByte|PrimitiveType|Untyped)$/;
const LONG_TEXT = 1_000;
const MOST_LEVELS = 2;

const TYPES: Readonly<Record<Edm, ColumnType>> = {
  'Edm.String': 'string',
  'Edm.Guid': 'id',
  'Edm.Int16': 'integer',
  'Edm.Int32': 'integer',
  'Edm.Byte': 'integer',
  // Larger than the whole numbers of GraphQL.
  'Edm.Int64': 'decimal',
  'Edm.Decimal': 'decimal',
  'Edm.Double': 'decimal',
  'Edm.Boolean': 'boolean',
  'Edm.Date': 'date',
  'Edm.DateTime': 'datetime',
  'Edm.DateTimeOffset': 'datetime',
  'Edm.TimeOfDay': 'time',
  'Edm.Time': 'time',
  'Edm.Duration': 'duration',
};

export interface Properties {
  readonly columns: readonly DescribedColumn[];
  /** Names of properties that cannot be columns. */
  readonly left: readonly string[];
}

/** Columns of the properties of a type; those of complex properties are columns by their paths. `owner` is the type's full name. */
export function propertiesOf(model: Model, owner: string, type: Element, path = '', level = 0): Properties {
  const columns: DescribedColumn[] = [];
  const left: string[] = [];
  for (const property of below(type, 'Property')) {
    const at = `${path}${attribute(property, 'Name')}`;
    const named = attribute(property, 'Type');
    const inner = model.types.get(named);
    if (inner?.name === 'ComplexType' && level < MOST_LEVELS) {
      const parts = propertiesOf(model, named, inner, `${at}/`, level + 1);
      columns.push(...parts.columns);
      left.push(...parts.left);
      continue;
    }
    const type = typeOf(
      property,
      inner?.name === 'TypeDefinition' ? attribute(inner, 'UnderlyingType') : named,
    );
    if (type === null) left.push(at);
    else columns.push(described(model, `${owner}/${attribute(property, 'Name')}`, property, at, type, named));
  }
  return { columns, left };
}

/** Null: no column. Enumerations and structures are JSON: they are shown as they come, and neither filtered nor sorted. */
function typeOf(property: Element, named: string): ColumnType | null {
  if (NO_COLUMNS.test(named)) return null;
  const inCollection = /^Collection\((.*)\)$/.exec(named)?.[1];
  if (inCollection !== undefined) return inCollection === 'Edm.String' ? 'list' : 'json';
  if (!isEdm(named)) return 'json';
  if (named === 'Edm.DateTime' && sap(property, 'display-format') === 'Date') return 'date';
  if (named === 'Edm.String' && Number(attribute(property, 'MaxLength') || 0) >= LONG_TEXT) return 'text';
  return TYPES[named];
}

function described(
  model: Model,
  target: string,
  property: Element,
  upstream: string,
  type: ColumnType,
  native: string,
): DescribedColumn {
  const name = attribute(property, 'Name');
  const label = sap(property, 'label') || annotated(model, target, property, 'Label');
  const help =
    sap(property, 'quickinfo') ||
    annotated(model, target, property, 'QuickInfo') ||
    annotated(model, target, property, 'Description');
  const compared = type !== 'json' && type !== 'list';
  return {
    upstream,
    label: label || upstream,
    ...(help === '' || help === label ? {} : { help }),
    type,
    native,
    nullable: attribute(property, 'Nullable') !== 'false',
    writable: !upstream.includes('/') && sap(property, 'updatable') !== 'false' && name !== '',
    filterable: compared && sap(property, 'filterable') !== 'false',
    sortable: compared && sap(property, 'sortable') !== 'false',
    unique: false,
    references: [],
    choices: [],
  };
}
