import type { Call, DescribedChild, DescribedColumn } from '../../../src/contract/index.ts';
import { DEFAULT_LANGUAGE } from '../metadata/language.ts';
import { NAME } from '../names.ts';
import type { Texts } from './ask.ts';
import { askIfAllowed } from './ask.ts';
import type { Words } from './column.ts';
import { describedColumn } from './column.ts';

export interface Dictionary {
  readonly columns: readonly DescribedColumn[];
  readonly left: readonly string[];
}

const FIELDS = [
  'element', 'name', 'column_label', 'internal_type', 'reference', 'reference_key', 'max_length', 'choice', 'read_only', 'unique', 'virtual',
]; // prettier-ignore

/** The columns of a table and of those it extends (sys_dictionary); null where the account may not read it. */
export async function dictionaryOf(
  lineage: readonly string[],
  words: ReadonlyMap<string, Words>,
  call: Call,
): Promise<Dictionary | null> {
  const query = `nameIN${lineage.join(',')}^active=true^elementISNOTEMPTY`;
  const entries = await askIfAllowed(call, 'sys_dictionary', query, FIELDS);
  if (entries === null || entries.length === 0) return null;
  const columns: DescribedColumn[] = [];
  const left: string[] = [];
  for (const entry of nearest(lineage, entries)) {
    const column = describedColumn(entry, words.get(entry['element'] ?? ''));
    if (column === null) left.push(entry['element'] ?? '');
    else columns.push(column);
  }
  return { columns, left };
}

/** One entry per column: that of the table itself before those of the tables it extends. In the order of the names. */
function nearest(lineage: readonly string[], entries: readonly Texts[]): readonly Texts[] {
  const depth = (entry: Texts): number => lineage.indexOf(entry['name'] ?? '');
  const byElement = new Map<string, Texts>();
  for (const entry of [...entries].sort((a, b) => depth(b) - depth(a))) {
    const element = entry['element'] ?? '';
    if (!NAME.test(element)) continue;
    byElement.set(element, { ...byElement.get(element), ...filled(entry) });
  }
  return [...byElement.values()].sort((a, b) => ((a['element'] ?? '') < (b['element'] ?? '') ? -1 : 1));
}

/** A table that declares an inherited column again keeps what it does not change. */
function filled(entry: Texts): Texts {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== ''));
}

/**
 * Labels and help texts by column, `''` for the table itself (sys_documentation); null where the account may not read it. The words of
 * the table itself go before those of the tables it extends.
 */
export async function wordsOf(
  lineage: readonly string[],
  call: Call,
): Promise<ReadonlyMap<string, Words> | null> {
  const query = `nameIN${lineage.join(',')}^language=${DEFAULT_LANGUAGE}`;
  const fields = ['name', 'element', 'label', 'plural', 'help', 'hint'];
  const records = await askIfAllowed(call, 'sys_documentation', query, fields);
  if (records === null) return null;
  const words = new Map<string, Words>();
  const depth = (entry: Texts): number => lineage.indexOf(entry['name'] ?? '');
  for (const record of [...records].sort((a, b) => depth(b) - depth(a))) {
    const element = record['element'] ?? '';
    if (element === '' && record['name'] !== lineage[0]) continue;
    words.set(element, {
      label: record['label'] ?? '',
      plural: record['plural'] ?? '',
      help: record['help'] || record['hint'] || '',
    });
  }
  return words;
}

/** Columns of other tables that reference this one. Empty where that cannot be read: whoever asks has been told so by then. */
export async function childrenOf(object: string, call: Call): Promise<readonly DescribedChild[]> {
  const query = `reference=${object}^active=true^internal_type=reference^ORDERBYname^ORDERBYelement`;
  const entries = await askIfAllowed(call, 'sys_dictionary', query, ['element', 'name']);
  return (entries ?? []).flatMap(({ name = '', element = '' }) =>
    NAME.test(name) && NAME.test(element) ? [{ object: name, column: element, to: null }] : [],
  );
}
