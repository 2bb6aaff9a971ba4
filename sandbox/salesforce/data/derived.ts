import type { SfRecord } from '../../world/world.ts';
import { STAGES } from '../dictionary/picklists.ts';

/** A value as it stands in a record or comes out of one; an address is the one compound value. */
export type Value = string | number | boolean | null | Readonly<Record<string, string | number | null>>;

type Derive = (record: SfRecord) => Value;

const ADDRESS_PARTS = [
  'City',
  'Country',
  'GeocodeAccuracy',
  'Latitude',
  'Longitude',
  'PostalCode',
  'State',
  'Street',
];

/** Fields Salesforce works out itself; used where the data does not hold them. */
const FORMULAS: Readonly<Record<string, Derive>> = {
  'Opportunity.ExpectedRevenue': ({ Amount, Probability }) =>
    typeof Amount === 'number' && typeof Probability === 'number'
      ? Math.round(Amount * Probability) / 100
      : null,
  'Opportunity.FiscalYear': (record) => closeDate(record)?.year ?? null,
  'Opportunity.FiscalQuarter': (record) => closeDate(record)?.quarter ?? null,
  'Opportunity.Fiscal': (record) => {
    const date = closeDate(record);
    return date === undefined ? null : `${date.year} ${date.quarter}`;
  },
  'Opportunity.ForecastCategoryName': ({ StageName }) => stage(StageName)?.forecastName ?? null,
  'Opportunity.ForecastCategory': ({ StageName }) => stage(StageName)?.forecast ?? null,
  'Opportunity.IsClosed': ({ StageName }) => stage(StageName)?.isClosed ?? false,
  'Opportunity.IsWon': ({ StageName }) => stage(StageName)?.isWon ?? false,
  'Contact.Name': fullName,
  'User.Name': fullName,
};

/** How to get a field's value from a record that does not hold it, or undefined if it is simply empty. */
export function derivation(object: string, field: string): Derive | undefined {
  if (field === 'SystemModstamp')
    return (record) => record['LastModifiedDate'] ?? record['CreatedDate'] ?? null;
  return FORMULAS[`${object}.${field}`];
}

/** `BillingAddress` out of BillingCity, BillingStreet …; null when all of them are empty. */
export function addressOf(field: string): Derive {
  const prefix = field.slice(0, -'Address'.length);
  return (record) => {
    const parts = ADDRESS_PARTS.map((part): [string, string | number | null] => {
      const value = record[prefix + part];
      return [
        part.charAt(0).toLowerCase() + part.slice(1),
        typeof value === 'boolean' ? null : (value ?? null),
      ];
    });
    return parts.every(([, value]) => value === null) ? null : Object.fromEntries(parts);
  };
}

function closeDate(record: SfRecord): { year: number; quarter: number } | undefined {
  const date = record['CloseDate'];
  if (typeof date !== 'string') return undefined;
  return { year: Number(date.slice(0, 4)), quarter: Math.ceil(Number(date.slice(5, 7)) / 3) };
}

const stage = (name: unknown) => STAGES.find((candidate) => candidate.name === name);

function fullName(record: SfRecord): Value {
  const parts = [record['FirstName'], record['LastName']].filter(
    (part) => typeof part === 'string' && part !== '',
  );
  return parts.length === 0 ? null : parts.join(' ');
}
