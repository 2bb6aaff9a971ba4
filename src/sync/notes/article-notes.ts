import type { LinkedArticle, RecordHistory } from './history.ts';
import type { Note } from './note.ts';
import { referenceOf } from '../reference.ts';
import { said } from './wording.ts';

/**
 * A note for each article that became linked to a problem, by name and link. Every attached article counts as one of the known error, since only instances with
 * the plugin for these have a class that tells them from others.
 */
export function articleNotes(
  { object, key, articles }: Pick<RecordHistory, 'object' | 'key' | 'articles'>,
  name: string,
): readonly Note[] {
  return articles.map(({ article, at, checkpoint, ...about }) => ({
    object,
    key,
    reference: referenceOf(key, article),
    at,
    checkpoint,
    text: [name, ...saysOf(about)].join('\n'),
  }));
}

function saysOf({
  number,
  title,
  link,
}: Pick<LinkedArticle, 'number' | 'title' | 'link'>): readonly string[] {
  const known = title === '' ? number : `${number}: ${title}`;
  return [`Known error article ${known}`, ...said('Link', link)];
}
