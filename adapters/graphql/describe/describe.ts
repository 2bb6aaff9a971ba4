import { CasegraphError } from '../../../src/contract/index.ts';
import type { Call, DescribedColumn, ObjectDescription } from '../../../src/contract/index.ts';
import { isName } from '../names.ts';
import type { Settings } from '../settings.ts';
import { columnsOf } from './columns.ts';
import { introspect } from './introspection.ts';
import { optionsOf } from './options.ts';
import { waysOf } from './ways.ts';

/** A type of the service as introspection has it, with the root fields that give its rows. */
export async function describe(settings: Settings, object: string, call: Call): Promise<ObjectDescription> {
  const schema = await introspect(settings, call);
  const type = isName(object) ? schema.types.get(object) : undefined;
  if (type?.kind !== 'OBJECT')
    throw new CasegraphError('not-found', `The service has no type ${JSON.stringify(object)} of objects.`);
  const ways = waysOf(schema, type);
  if (ways.list === null && ways.one === null && ways.keys === null)
    throw new CasegraphError(
      'upstream-rejected',
      `No field of the service's queries gives rows of ${object}.`,
    );
  const read = columnsOf(schema, type);
  const key = keyOf(read.columns);
  return {
    object,
    label: object,
    plural: ways.list?.field.name ?? null,
    ...(type.description === '' ? {} : { help: type.description }),
    key,
    columns: read.columns.map((column) =>
      column.upstream === key ? { ...column, type: 'id', nullable: false, unique: true } : column,
    ),
    complete: true,
    left: read.left,
    children: [],
    options: (names) => optionsOf(schema, ways, read, names),
    notes: [
      ...(read.left.length === 0
        ? []
        : [`Left out, because they are no values of the row itself: ${read.left.join(', ')}.`]),
      ...(ways.list === null
        ? [`No field lists rows of ${object} without arguments: they are only found by key.`]
        : []),
    ],
  };
}

function keyOf(columns: readonly DescribedColumn[]): string | null {
  const own = columns.find(({ upstream }) => upstream === 'id');
  if (own !== undefined && ['id', 'string', 'integer'].includes(own.type)) return own.upstream;
  const ids = columns.filter(({ type, references }) => type === 'id' && references.length === 0);
  return ids.length === 1 ? (ids[0]?.upstream ?? null) : null;
}

/** Names of all types of objects that some root field gives. */
export async function objects(settings: Settings, call: Call): Promise<readonly string[]> {
  const schema = await introspect(settings, call);
  return [...schema.types.values()]
    .filter(({ kind, name }) => kind === 'OBJECT' && !name.startsWith('__') && name !== schema.query)
    .filter((type) => {
      const { list, one, keys } = waysOf(schema, type);
      return list !== null || one !== null || keys !== null;
    })
    .map(({ name }) => name);
}
