import type { BoundTable, Call, ChoiceList, ChoiceOption } from '../../../src/contract/index.ts';
import { isObject, notSalesforce } from '../answer/shape.ts';
import type { Json } from '../answer/shape.ts';
import { ask } from '../ask.ts';
import { isParentPath } from '../names.ts';
import type { Settings } from '../settings.ts';
import { positionsIn } from './valid-for.ts';

/**
 * The picklists of an object, out of its describe: one request. Fields of parents have none here. The values of a dependent picklist name the
 * values of the controlling field for which they are offered.
 */
export async function readChoices(
  { base }: Settings,
  table: BoundTable,
  call: Call,
): Promise<ReadonlyMap<string, ChoiceList>> {
  const columns = [...table.columns.values()].filter(
    ({ type, upstream }) => type === 'choice' && !isParentPath(upstream),
  );
  if (columns.length === 0) return new Map();
  const path = `${base}/sobjects/${encodeURIComponent(table.object)}/describe`;
  const { json } = await ask(call, table, { method: 'GET', path });
  const fields = fieldsOf(json, table);
  const lists = new Map<string, ChoiceList>();
  for (const { name, upstream } of columns) {
    const field = fields.get(upstream.toLowerCase());
    const list = field === undefined ? null : listOf(field, fields);
    if (list !== null) lists.set(name, list);
  }
  return lists;
}

function fieldsOf(json: unknown, table: BoundTable): ReadonlyMap<string, Json> {
  const fields = isObject(json) ? json['fields'] : undefined;
  if (!Array.isArray(fields)) throw notSalesforce(table, 'describe: no list of fields');
  const named = fields.flatMap((field: unknown): [string, Json][] =>
    isObject(field) && typeof field['name'] === 'string' ? [[field['name'].toLowerCase(), field]] : [],
  );
  return new Map(named);
}

function listOf(field: Json, fields: ReadonlyMap<string, Json>): ChoiceList | null {
  const entries = entriesOf(field);
  if (entries.length === 0) return null;
  const { controllerName } = field;
  const controller = typeof controllerName === 'string' ? controllerName : null;
  const controls = controller === null ? [] : controllingValues(fields.get(controller.toLowerCase()));
  const options = entries.map((entry): ChoiceOption => {
    const { value, label, active, validFor } = entry;
    const places = controller === null ? [] : positionsIn(validFor);
    return {
      value: String(value),
      label: typeof label === 'string' && label !== '' ? label : String(value),
      // What a dependent list offers for no value is not offered at all.
      inactive: active === false || (controller !== null && places.length === 0),
      dependentValues: places.flatMap((place) => controls[place] ?? []),
    };
  });
  return { options, dependsOn: controller };
}

function entriesOf(field: Json): readonly Json[] {
  const { picklistValues } = field;
  if (!Array.isArray(picklistValues)) return [];
  return picklistValues.filter(
    (entry): entry is Json => isObject(entry) && typeof entry['value'] === 'string',
  );
}

/** A checkbox controls by its two states, unchecked first. */
function controllingValues(field: Json | undefined): readonly string[] {
  if (field === undefined) return [];
  if (field['type'] === 'boolean') return ['false', 'true'];
  return entriesOf(field).map(({ value }) => String(value));
}
