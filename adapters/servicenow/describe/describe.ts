import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable, Call, DescribedColumn, ObjectDescription } from '../../../src/contract/index.ts';
import { readChoices } from '../metadata/choices.ts';
import { KEY, NAME } from '../names.ts';
import { askRecords } from './ask.ts';
import { childrenOf, dictionaryOf, wordsOf } from './dictionary.ts';
import { columnsOfRows, DOMAIN } from './from-rows.ts';
import { lineageOf } from './lineage.ts';

/**
 * A table by sys_db_object, sys_dictionary, sys_documentation and sys_choice. Each of the four may be closed to the account, mostly all but the
 * last are open to administrators only; what is then missing is said in `notes`.
 */
export async function describe(object: string, call: Call): Promise<ObjectDescription> {
  if (!NAME.test(object))
    throw new CasegraphError(
      'invalid-input',
      `${JSON.stringify(object)} is no table name: lower-case letters, digits and _, such as incident or u_contract.`,
    );
  const lineage = await lineageOf(object, call);
  const notes = [...lineage.notes];
  const words = await wordsOf(lineage.names, call);
  if (words === null) notes.push('403 on sys_documentation: help texts are missing.');
  const dictionary = await dictionaryOf(lineage.names, words ?? new Map(), call);
  if (dictionary === null)
    notes.push(
      '403 on sys_dictionary: columns and their types are guessed from a few rows. Correct the types, or grant the account read on sys_dictionary and import again.',
    );
  else if (dictionary.left.length > 0)
    notes.push(
      `Left out, because journals, passwords and files cannot be columns: ${dictionary.left.join(', ')}.`,
    );
  const columns = dictionary?.columns ?? (await columnsOfRows(object, call));
  const table = words?.get('');
  return {
    object,
    label: table?.label || lineage.label || object,
    plural: table?.plural || null,
    key: columns.some(({ upstream }) => upstream === KEY) ? KEY : null,
    ...(columns.some(({ upstream }) => upstream === DOMAIN) ? { separation: DOMAIN } : {}),
    columns: await withChoices(object, columns, call, notes),
    complete: dictionary !== null && lineage.label !== null,
    left: dictionary?.left ?? [],
    children: dictionary === null ? [] : await childrenOf(object, call),
    options: ({ column }) => currenciesOption(columns, column),
    recordUrl: `{instance}/nav_to.do?uri=${object}.do%3Fsys_id%3D{sys_id}`,
    notes,
  };
}

/** Amounts of money, which the adapter leaves to the engine to compare. */
function currenciesOption(
  columns: readonly DescribedColumn[],
  nameOf: (upstream: string) => string | undefined,
): Readonly<Record<string, unknown>> {
  const money = columns.filter(({ native }) => native === 'currency' || native === 'price');
  const currencies = money.flatMap(({ upstream }) => nameOf(upstream) ?? []);
  return currencies.length === 0 ? {} : { currencies };
}

async function withChoices(
  object: string,
  columns: readonly DescribedColumn[],
  call: Call,
  notes: string[],
): Promise<readonly DescribedColumn[]> {
  const choices = columns.filter(({ type }) => type === 'choice');
  if (choices.length === 0) return columns;
  try {
    const lists = await readChoices(tableOf(object, choices), call);
    return columns.map((column) => {
      const options = lists.get(column.upstream)?.options.filter(({ inactive }) => !inactive) ?? [];
      return { ...column, choices: options.map(({ value, label }) => ({ value, label })) };
    });
  } catch (error) {
    if (!(error instanceof CasegraphError) || error.kind !== 'upstream-unauthorized') throw error;
    notes.push('403 on sys_choice: the values of choice lists are not named in the descriptions.');
    return columns;
  }
}

/** What reading choice lists needs to know of a table that is not declared yet. */
function tableOf(object: string, columns: readonly DescribedColumn[]): BoundTable {
  return {
    name: object,
    connection: '',
    object,
    key: KEY,
    columns: new Map(columns.map(({ upstream, type }) => [upstream, { name: upstream, type, upstream }])),
    joins: new Map(),
    options: {},
  };
}

/** Names of all tables. Throws `upstream-unauthorized` where the account may not read sys_db_object. */
export async function objects(call: Call): Promise<readonly string[]> {
  const records = await askRecords(call, 'sys_db_object', 'ORDERBYname', ['name']);
  return records.flatMap(({ name = '' }) => (NAME.test(name) ? [name] : []));
}
