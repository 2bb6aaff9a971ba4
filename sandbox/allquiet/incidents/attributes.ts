import type { AqAttribute, AqAttributeChange } from '../../world/allquiet-records.ts';
import { Problem } from '../problem.ts';

export interface AttributeInput {
  readonly name: string;
  readonly value: string;
  readonly isImage?: boolean | null | undefined;
  readonly hideInPreviews?: boolean | null | undefined;
}

/** What becomes of an incident's attributes, and what an event says of it. Names differ by case. */
export interface AttributesResult {
  readonly attributes: readonly AqAttribute[];
  readonly changes: readonly AqAttributeChange[];
}

export function attributeOf(input: AttributeInput, isGroupingKey = false): AqAttribute {
  const { name, value, isImage, hideInPreviews } = input;
  return { name, value, isImage: isImage ?? false, isGroupingKey, hideInPreviews: hideInPreviews ?? false };
}

/** Exactly the given ones. */
export function override(now: readonly AqAttribute[], given: readonly AttributeInput[]): AttributesResult {
  const kept = new Set(given.map(({ name }) => name));
  const gone = now.filter(({ name }) => !kept.has(name));
  const set = upsert(
    now.filter(({ name }) => kept.has(name)),
    given,
  );
  const removed = gone.map(({ name, value }) => ({ name, newValue: null, oldValue: value }));
  return { attributes: set.attributes, changes: [...removed, ...set.changes] };
}

/** Decided here: adding what is there already is an error, since upsertAttributes is there for it. */
export function add(now: readonly AqAttribute[], given: readonly AttributeInput[]): AttributesResult {
  const there = given.find(({ name }) => now.some((attribute) => attribute.name === name));
  if (there !== undefined)
    throw new Problem(
      400,
      `operations.addAttributes: there is an attribute ${there.name} already; use upsertAttributes.`,
    );
  return upsert(now, given);
}

/** Replaces by name and adds the others at the end. */
export function upsert(now: readonly AqAttribute[], given: readonly AttributeInput[]): AttributesResult {
  const byName = new Map(now.map((attribute) => [attribute.name, attribute]));
  const changes: AqAttributeChange[] = [];
  for (const input of given) {
    const old = byName.get(input.name);
    byName.set(input.name, attributeOf(input, old?.isGroupingKey));
    if (old?.value !== input.value)
      changes.push({ name: input.name, newValue: input.value, oldValue: old?.value ?? null });
  }
  return { attributes: [...byName.values()], changes };
}
