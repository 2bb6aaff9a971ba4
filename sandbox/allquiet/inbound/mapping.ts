import type { AqAttributeMapping, AqMapping } from '../../world/allquiet-records.ts';
import { valueAt } from './json-path.ts';

/** What an attribute's mappings make of a payload: text, or null for nothing. */
export function mapAttribute({ mappings }: AqAttributeMapping, payload: unknown): string | null {
  let text: string | null = null;
  for (const mapping of mappings) text = apply(mapping, text, payload);
  return text === '' ? null : text;
}

function apply(mapping: AqMapping, text: string | null, payload: unknown): string | null {
  if (mapping.static !== undefined) return mapping.static;
  if (mapping.jsonPath !== undefined) return textOf(valueAt(payload, mapping.jsonPath));
  if (mapping.map !== undefined) return mapped(mapping.map, text ?? '');
  if (mapping.regex === undefined || text === null) return text;
  const found = new RegExp(mapping.regex, 'su').exec(text);
  if (mapping.replace !== undefined) return text.replace(new RegExp(mapping.regex, 'gsu'), mapping.replace);
  return found === null ? null : (found[1] ?? found[0]);
}

/** `A->Critical,B->Minor,->Warning`: the first that is equal; the rule without a left side is for everything else. */
function mapped(rules: string, text: string): string | null {
  const pairs = rules.split(',').map((rule) => rule.split('->').map((side) => side.trim()));
  const hit = pairs.find(([from]) => from === text) ?? pairs.find(([from]) => from === '');
  return hit?.[1] ?? null;
}

function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
