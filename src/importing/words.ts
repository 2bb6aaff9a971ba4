/** Endings that mark a name as custom and say nothing: `Amount_EUR__c`, `Account__r`, `u_level`. */
const CUSTOM = /__[a-z]{1,3}$/i;
const OWN = /^u_(?=[A-Za-z])/;

/**
 * A name of some other system as a name of the graph, in lower camel case: `Amount_EUR__c` is `amountEur`, `CustomerID` is `customerId`,
 * `Address/City` is `addressCity`. Always a GraphQL name, whatever comes in.
 */
export function camel(name: string): string {
  return camelOf(name.replace(CUSTOM, '').replace(OWN, ''));
}

/** The same with the parts left in that mark a name as custom: `amountEurC`, `uLevel`. */
export function fullCamel(name: string): string {
  return camelOf(name);
}

export function pascal(name: string): string {
  const text = camel(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const LONGEST = 60;

function camelOf(name: string): string {
  const plain = name.replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}/gu, '');
  const words = plain
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
  const [first = 'column', ...rest] = words;
  const joined = [first, ...rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
  return (/^\d/.test(joined) ? `n${joined}` : joined).slice(0, LONGEST);
}

const SAME = /(?:equipment|information|series|news|staff|data)$/i;

/** English plural of a name in camel case, for systems that do not say how many rows are called. */
export function pluralOf(name: string): string {
  if (SAME.test(name)) return `${name}List`;
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/i.test(name)) return `${name}es`;
  return `${name}s`;
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** A text of another system as one line that can stand in a description: without control, format and half characters, cut to `most`. */
export function line(text: string, most: number): string {
  const clean = text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...clean];
  return characters.length <= most
    ? clean
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
