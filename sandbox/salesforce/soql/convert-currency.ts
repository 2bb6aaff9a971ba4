import type { SfRecord } from '../../world/world.ts';
import type { Value } from '../data/derived.ts';
import type { FieldInfo } from '../dictionary/object-info.ts';
import type { QueryContext } from './context.ts';
import { SoqlError } from './soql-error.ts';

/**
 * `convertCurrency(Amount)`: the amount of a record in the currency of the user, rounded to the field's decimals. From memory, as the facts do not
 * describe it: it stands in SELECT only, is for amounts only, and is refused in an org with one currency. The code of that refusal is a guess.
 */
export function converted(
  { currencies }: QueryContext,
  field: FieldInfo | undefined,
  read: (record: SfRecord) => Value,
  at: number,
): (record: SfRecord) => Value {
  if (currencies === undefined || field?.type !== 'currency')
    throw new SoqlError('MALFORMED_QUERY', 'convertCurrency is not supported for this field or org', at);
  const rateOf = (code: unknown): number => currencies.rates[String(code)] ?? 1;
  return (record) => {
    const amount = read(record);
    if (typeof amount !== 'number') return amount;
    const own = rateOf(record['CurrencyIsoCode'] ?? currencies.user);
    return Number(((amount / own) * rateOf(currencies.user)).toFixed(field.scale));
  };
}
