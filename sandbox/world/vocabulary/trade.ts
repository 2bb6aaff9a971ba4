/** What is invoiced: product number, what it is called, price of one in cents, unit. */
export const PRODUCTS: readonly {
  readonly number: string;
  readonly name: string;
  readonly cents: number;
  readonly unit: 'EA' | 'HUR' | 'MON';
}[] = [
  { number: 'HW-RTR-200', name: 'Router 200', cents: 48_990, unit: 'EA' },
  { number: 'HW-SCN-11', name: 'Hand scanner, 11"', cents: 21_450, unit: 'EA' },
  { number: 'HW-STO-8T', name: 'Storage shelf 8 TB', cents: 312_000, unit: 'EA' },
  { number: 'SW-SEAT', name: 'Platform seat', cents: 2_999, unit: 'MON' },
  { number: 'SW-R&D', name: 'R&D cluster, node', cents: 145_075, unit: 'MON' },
  { number: 'SV-INST', name: 'Installation on site', cents: 12_500, unit: 'HUR' },
  { number: 'SV-MAINT', name: "Maintenance, customer's premises", cents: 89_900, unit: 'MON' },
  { number: 'SV-TRAIN', name: 'Schulung für Administratoren', cents: 18_000, unit: 'HUR' },
];

/** The currency that customers of a country are invoiced in; EUR where none is named. */
export const CURRENCIES: Readonly<Record<string, string>> = {
  USA: 'USD',
  Brazil: 'BRL',
  Sweden: 'SEK',
  Japan: 'JPY',
  Poland: 'PLN',
  India: 'INR',
  'United Kingdom': 'GBP',
};

/** Days that an invoice may take to be paid, by the key of the payment terms. */
export const PAYMENT_TERMS: Readonly<Record<string, number>> = { NT14: 14, NT30: 30, NT60: 60 };

export const CARRIERS: readonly { readonly code: string; readonly name: string; readonly service: string }[] =
  [
    { code: 'NORD', name: 'Nordpost', service: 'Express' },
    { code: 'TRI', name: 'Trident Freight', service: 'Pallet' },
    { code: 'SWIFT', name: 'Swift & Sons', service: 'Next day' },
    { code: 'COL', name: 'Colibrí', service: 'Economy' },
  ];

/** In the order that a parcel goes through them; `exception` and `returned` end badly. */
export const SHIPMENT_STATES = [
  'label_created',
  'in_transit',
  'out_for_delivery',
  'delivered',
  'exception',
  'returned',
] as const;

export const ORDER_STATES: readonly { readonly name: string; readonly code: 'Draft' | 'Activated' }[] = [
  { name: 'Draft', code: 'Draft' },
  { name: 'Activated', code: 'Activated' },
  { name: 'In Delivery', code: 'Activated' },
  { name: 'Completed', code: 'Activated' },
];
