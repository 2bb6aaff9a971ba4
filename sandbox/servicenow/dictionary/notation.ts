import type { Column, InternalType } from './column.ts';

/** Short names of the notation, and the internal type and choice flag they stand for. */
const TYPES: Readonly<Record<string, readonly [InternalType, boolean]>> = {
  guid: ['GUID', false],
  string: ['string', false],
  choice: ['string', true],
  integer: ['integer', false],
  number: ['integer', true],
  decimal: ['decimal', false],
  currency: ['currency', false],
  boolean: ['boolean', false],
  ref: ['reference', false],
  list: ['glide_list', false],
  datetime: ['glide_date_time', false],
  date: ['glide_date', false],
  due: ['due_date', false],
  duration: ['glide_duration', false],
  journal: ['journal_input', false],
  journals: ['journal_list', false],
  email: ['email', false],
  url: ['url', false],
  document: ['document_id', false],
  password: ['password2', false],
  class: ['sys_class_name', false],
  domain: ['domain_id', false],
};

const TOKEN = /^(\w+):([a-z]+)(?:>(\w+))?(?:\((\d+)\))?(?:=([^"]*?))?(?:\s*"([^"]+)")?$/;

function labelOf(name: string): string {
  const words = name.replace(/^u_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function parseToken(token: string): Column {
  const [, name, type, reference, max, preset, label] = TOKEN.exec(token) ?? [];
  const known = TYPES[type ?? ''];
  if (name === undefined || known === undefined)
    throw new Error(`not a column in dictionary notation: ${token}`);
  return {
    name,
    label: label ?? labelOf(name),
    type: known[0],
    choice: known[1],
    ...(reference === undefined ? {} : { reference }),
    ...(max === undefined ? {} : { max: Number(max) }),
    ...(preset === undefined ? {} : { default: preset }),
  };
}

/**
 * Reads columns written as `name:type>table(max)=default "Label"`, separated by semicolons.
 * `choice` is a text with choices, `number` an integer with choices. Throws on a token it cannot read.
 */
export function parseColumns(text: string): Column[] {
  return text
    .split(';')
    .map((token) => token.trim())
    .filter((token) => token !== '')
    .map(parseToken);
}
