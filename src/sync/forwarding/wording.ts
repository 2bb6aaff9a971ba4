import type { ToolComment, ToolIncident } from '../../contract/index.ts';
import { shortHash } from './mark.ts';

/** Letters of short_description. */
const TITLE_LETTERS = 160;

export function titleOf({ title }: ToolIncident): string {
  const line = title.replace(/\s+/g, ' ').trim();
  return line.length <= TITLE_LETTERS
    ? line
    : `${line.slice(0, TITLE_LETTERS - 2).replace(/[\uD800-\uDBFF]$/, '')} …`;
}

export function descriptionOf({ summary, reference, url }: ToolIncident): string {
  return [summary ?? '', [reference, url].filter(Boolean).join(': ')]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Changes whenever one of the texts does. */
export function textHash(incident: ToolIncident): string {
  return shortHash(`${titleOf(incident)}\n${descriptionOf(incident)}`);
}

export function commentText({ author, text }: ToolComment, reference: string): string {
  return `${author === '' ? '' : `${author} `}in ${reference}: ${text}`;
}

export function entryText(
  number: string,
  { by, text }: { readonly by: string; readonly text: string },
): string {
  return `${by} in ${number}: ${text}`;
}
