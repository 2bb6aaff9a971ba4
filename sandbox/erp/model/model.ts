/** The service's data model: what $metadata says and what queries are checked against. */

export type EdmType =
  'Edm.String' | 'Edm.Decimal' | 'Edm.Int32' | 'Edm.Boolean' | 'Edm.Date' | 'Edm.DateTimeOffset';

export interface Property {
  readonly name: string;
  readonly type: EdmType;
  readonly nullable: boolean;
  readonly maxLength?: number;
  readonly precision?: number;
  readonly scale?: number;
}

/** A way to other entities: those of `target` whose property `other` equals this entity's property `own`. */
export interface Navigation {
  readonly name: string;
  /** Name of an entity set. */
  readonly target: string;
  readonly many: boolean;
  readonly own: string;
  readonly other: string;
  /** The way back. */
  readonly partner: string;
}

export interface EntitySet {
  readonly name: string;
  /** Name of the entity type, without namespace. */
  readonly type: string;
  readonly key: string;
  readonly properties: ReadonlyMap<string, Property>;
  readonly navigations: ReadonlyMap<string, Navigation>;
}

export const NAMESPACE = 'Finance';
export const CONTAINER = 'Container';

const text = (name: string, maxLength: number, nullable = false): Property => ({
  name,
  type: 'Edm.String',
  nullable,
  maxLength,
});
const money = (name: string, nullable = false): Property => ({
  name,
  type: 'Edm.Decimal',
  nullable,
  precision: 15,
  scale: 2,
});
const plain = (name: string, type: EdmType, nullable = false): Property => ({ name, type, nullable });

function entitySet(
  name: string,
  type: string,
  key: string,
  properties: readonly Property[],
  navigations: readonly Navigation[],
): EntitySet {
  return {
    name,
    type,
    key,
    properties: new Map(properties.map((property) => [property.name, property])),
    navigations: new Map(navigations.map((navigation) => [navigation.name, navigation])),
  };
}

const CUSTOMERS = entitySet(
  'Customers',
  'Customer',
  'CustomerNumber',
  [
    text('CustomerNumber', 20),
    text('Name', 80),
    text('City', 40, true),
    text('Country', 40, true),
    text('Currency', 3),
    text('PaymentTerms', 4),
    money('CreditLimit', true),
    plain('Blocked', 'Edm.Boolean'),
    plain('CreatedAt', 'Edm.DateTimeOffset'),
  ],
  [
    {
      name: 'Invoices',
      target: 'Invoices',
      many: true,
      own: 'CustomerNumber',
      other: 'CustomerNumber',
      partner: 'Customer',
    },
  ],
);

const INVOICES = entitySet(
  'Invoices',
  'Invoice',
  'InvoiceNumber',
  [
    text('InvoiceNumber', 10),
    text('CustomerNumber', 20),
    text('Status', 12),
    text('Currency', 3),
    money('NetAmount'),
    money('TaxAmount'),
    money('GrossAmount'),
    money('OpenAmount'),
    plain('IssuedOn', 'Edm.Date'),
    plain('DueOn', 'Edm.Date'),
    plain('PaidOn', 'Edm.Date', true),
    plain('Overdue', 'Edm.Boolean'),
    text('PurchaseOrder', 35, true),
    text('Note', 255, true),
    plain('ChangedAt', 'Edm.DateTimeOffset'),
  ],
  [
    {
      name: 'Customer',
      target: 'Customers',
      many: false,
      own: 'CustomerNumber',
      other: 'CustomerNumber',
      partner: 'Invoices',
    },
    {
      name: 'Items',
      target: 'InvoiceItems',
      many: true,
      own: 'InvoiceNumber',
      other: 'InvoiceNumber',
      partner: 'Invoice',
    },
  ],
);

const ITEMS = entitySet(
  'InvoiceItems',
  'InvoiceItem',
  'ItemId',
  [
    text('ItemId', 16),
    text('InvoiceNumber', 10),
    plain('Line', 'Edm.Int32'),
    text('Product', 18),
    text('Description', 80),
    { name: 'Quantity', type: 'Edm.Decimal', nullable: false, precision: 13, scale: 3 },
    text('Unit', 3),
    money('UnitPrice'),
    money('LineTotal'),
  ],
  [
    {
      name: 'Invoice',
      target: 'Invoices',
      many: false,
      own: 'InvoiceNumber',
      other: 'InvoiceNumber',
      partner: 'Items',
    },
  ],
);

export const MODEL: ReadonlyMap<string, EntitySet> = new Map(
  [CUSTOMERS, INVOICES, ITEMS].map((set) => [set.name, set]),
);
