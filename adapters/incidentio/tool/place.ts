import { placeOf } from '../column/path.ts';
import { memberOf, valueAt } from '../column/value-at.ts';
import type { Settings } from '../settings.ts';
import { joined, paragraphs, parted, withParagraph } from './summary.ts';

/** Comments that were carried over to the incident, the oldest first. */
export function carriedTexts({ comments }: Settings, incident: object): readonly string[] {
  if (comments === 'off') return [];
  if (comments === 'summary') return paragraphs(parted(summaryOf(incident)).ours);
  return paragraphs(fieldText(incident, comments.customField) ?? '');
}

/** What an edit has to say so that the incident holds one more comment; null where it holds it. Throws nothing. */
export function withComment(
  { comments }: Settings,
  incident: object,
  comment: string,
): Readonly<Record<string, unknown>> | null {
  if (comments === 'off') return null;
  if (comments === 'summary') {
    const { own, ours } = parted(summaryOf(incident));
    const text = withParagraph(ours, comment);
    return text === null ? null : { summary: joined(own, text) };
  }
  const text = withParagraph(fieldText(incident, comments.customField) ?? '', comment);
  return text === null ? null : fieldEdit(incident, comments.customField, { value_text: text });
}

export function fieldText(incident: object, field: string): string | null {
  const value = firstValue(incident, field);
  const text = memberOf(value, 'value_text') ?? memberOf(value, 'value_link');
  return typeof text === 'string' && text !== '' ? text : null;
}

/** Null where the incident has no such field: its id is known from the incident alone. */
export function fieldEdit(
  incident: object,
  field: string,
  value: object,
): Readonly<Record<string, unknown>> | null {
  const id = fieldOf(incident, field, 'id');
  return typeof id === 'string' ? { custom_field_entries: [{ custom_field_id: id, values: [value] }] } : null;
}

/** A member of the field's own description: `id`, `field_type`. */
export function fieldOf(incident: object, field: string, name: string): unknown {
  const entries = memberOf(incident, 'custom_field_entries');
  const about = (Array.isArray(entries) ? (entries as unknown[]) : [])
    .map((entry) => memberOf(entry, 'custom_field'))
    .find((each) => memberOf(each, 'id') === field || memberOf(each, 'name') === field);
  return memberOf(about, name);
}

function firstValue(incident: object, field: string): unknown {
  const place = placeOf(`custom_field[${field}]`);
  const values = place === null ? null : valueAt(incident, place);
  return Array.isArray(values) ? (values[0] as unknown) : null;
}

function summaryOf(incident: object): string | null {
  const summary = memberOf(incident, 'summary');
  return typeof summary === 'string' ? summary : null;
}
