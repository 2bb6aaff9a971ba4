import type { SfRecord } from '../../world/world.ts';
import type { Value } from '../data/derived.ts';
import type { Located } from '../data/store.ts';
import { objectNamed } from '../dictionary/dictionary.ts';
import type { ObjectInfo } from '../dictionary/object-info.ts';
import type { FromItem, Path } from './ast.ts';
import type { Column } from './column.ts';
import type { QueryContext } from './context.ts';
import { fieldReader } from './read-field.ts';
import { SoqlError } from './soql-error.ts';

/** What the names of a query are looked up in. */
export interface Source {
  readonly object: ObjectInfo;
  readonly context: QueryContext;
  /** Aliases in lower case, each with the path it stands for; the object's own is the empty path. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

/** One step up: from a record to its parent. */
export interface Step {
  readonly relation: string;
  readonly target: ObjectInfo;
  follow(record: SfRecord): Located | undefined;
}

const MOST_LEVELS = 5;
const HINT = 'Please reference your WSDL or the describe call for the appropriate names.';

export function unknownColumn(name: string, object: string, at: number | undefined): SoqlError {
  const custom =
    "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.";
  return new SoqlError(
    'INVALID_FIELD',
    `No such column '${name}' on entity '${object}'. ${custom} ${HINT}`,
    at,
  );
}

export function unknownRelation(name: string, place: string, code: string, at: number): SoqlError {
  const custom =
    "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.";
  return new SoqlError(code, `Didn't understand relationship '${name}' in ${place}. ${custom} ${HINT}`, at);
}

export function unknownObject(name: string, at: number | undefined): SoqlError {
  const custom =
    "If you are attempting to use a custom object, be sure to append the '__c' after the entity name.";
  return new SoqlError('INVALID_TYPE', `sObject type '${name}' is not supported. ${custom} ${HINT}`, at);
}

/** The first FROM item names the object, the others give paths from it an alias. */
export function sourceOf(object: ObjectInfo, from: readonly FromItem[], context: QueryContext): Source {
  const aliases = new Map<string, readonly string[]>();
  const source = { object, context, aliases };
  for (const [index, item] of from.entries()) {
    const parts = index === 0 ? [] : expand(source, item.path.parts, true);
    if (index > 0) walk(source, parts, item.path.at);
    if (item.alias !== undefined) aliases.set(item.alias.toLowerCase(), parts);
  }
  return source;
}

export function rootObject(item: FromItem, context: QueryContext): ObjectInfo {
  const name = item.path.parts.join('.');
  const object = objectNamed(context.store.dictionary, name);
  if (object === undefined || object.name === 'Name') throw unknownObject(name, item.path.at);
  return object;
}

/** The relations a path goes up, and the name at its end. */
export function resolvePath(source: Source, path: Path): { steps: Step[]; object: ObjectInfo; leaf: string } {
  const parts = expand(source, path.parts, false);
  const leaf = parts.at(-1) ?? '';
  const steps = walk(source, parts.slice(0, -1), path.at);
  return { steps, object: steps.at(-1)?.target ?? source.object, leaf };
}

/** A field, read through its parents. A row without such a parent reads as null. */
export function bindPath(source: Source, path: Path): Column<SfRecord> & { readonly steps: readonly Step[] } {
  const { steps, object, leaf } = resolvePath(source, path);
  const field = object.fieldNamed.get(leaf.toLowerCase());
  if (field === undefined) throw unknownColumn(leaf, object.name, path.at);
  const own = fieldReader(object.name, field);
  const read =
    steps.length === 0 ? own : throughParents(steps, (end) => readEnd(end, object, field.name, own));
  const name = [...steps.map((step) => step.relation), field.name].join('.');
  return { name, type: field.type, field, object: object.name, read, steps };
}

function throughParents<T>(steps: readonly Step[], end: (located: Located) => T) {
  return (record: SfRecord): T | null => {
    let at: Located | undefined;
    for (const step of steps) {
      at = step.follow(at?.record ?? record);
      if (at === undefined) return null;
    }
    return at === undefined ? null : end(at);
  };
}

/** At the end of a polymorphic lookup stands the Name object: its Type is the name of the real one. */
export function readEnd(
  end: Located,
  asked: ObjectInfo,
  field: string,
  own: (record: SfRecord) => Value,
): Value {
  if (asked.name !== 'Name') return own(end.record);
  if (field === 'Type') return end.object.name;
  const real = end.object.fieldNamed.get(field.toLowerCase());
  return real === undefined ? null : fieldReader(end.object.name, real)(end.record);
}

function expand(source: Source, parts: readonly string[], wholePath: boolean): readonly string[] {
  const [first = '', ...rest] = parts;
  if (rest.length === 0 && !wholePath) return parts;
  const alias = source.aliases.get(first.toLowerCase());
  if (alias !== undefined) return [...alias, ...rest];
  const own = first.toLowerCase() === source.object.name.toLowerCase();
  return own && !source.object.parentNamed.has(first.toLowerCase()) ? rest : parts;
}

function walk(source: Source, relations: readonly string[], at: number): Step[] {
  if (relations.length > MOST_LEVELS) {
    throw new SoqlError('INVALID_FIELD', `A relationship path goes up at most ${MOST_LEVELS} levels`, at);
  }
  const steps: Step[] = [];
  let object = source.object;
  for (const relation of relations) {
    const step = stepUp(object, relation, source.context);
    if (step === undefined) throw unknownRelation(relation, 'field path', 'INVALID_FIELD', at);
    steps.push(step);
    object = step.target;
  }
  return steps;
}

function stepUp(object: ObjectInfo, relation: string, { store }: QueryContext): Step | undefined {
  const field = object.parentNamed.get(relation.toLowerCase());
  const targets = field?.referenceTo ?? [];
  const target = objectNamed(store.dictionary, targets.length === 1 ? (targets[0] ?? '') : 'Name');
  if (field === undefined || target === undefined) return undefined;
  const table = store.table(target.name);
  const follow = (record: SfRecord): Located | undefined => {
    const id = record[field.name];
    if (typeof id !== 'string') return undefined;
    if (target.name === 'Name') return store.locate(id);
    const parent = table.find(id);
    return parent && { object: target, record: parent };
  };
  return { relation: field.relationshipName ?? relation, target, follow };
}
