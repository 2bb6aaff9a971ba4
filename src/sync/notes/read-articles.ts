import { cell, oneOf, type OwnRows } from '../own-rows.ts';
import { isRefusal } from '../refused.ts';
import { read } from './find-cases.ts';
import { inOrder, type AuditLine, type LinkedArticle, type RecordHistory } from './history.ts';

/** Column of a problem that its known error article stands in, where the instance has the plugin for that (ServiceNow: known error article form). */
export const PRIMARY_ARTICLE = 'primary_known_error_article';

/** That an article was linked to a record. */
export type ArticleLink = Pick<LinkedArticle, 'key' | 'article' | 'at' | 'checkpoint'>;

/** Articles attached to problems, whenever that was. None where the account may not read which ones are. */
export async function readAttached(
  rows: OwnRows,
  problems: Iterable<string>,
): Promise<readonly ArticleLink[]> {
  const filter = oneOf('task', problems);
  if (filter === null) return [];
  const columns = ['task', 'kb_knowledge', 'sys_created_on'];
  try {
    const found = await rows.list('SyncArticleLink', { filter, columns });
    return found.map((row) => ({
      key: cell(row, 'task'),
      article: cell(row, 'kb_knowledge'),
      at: cell(row, 'sys_created_on'),
      checkpoint: null,
    }));
  } catch (error) {
    if (isRefusal(error)) return [];
    throw error;
  }
}

/** Articles that a problem had as its primary one, by its audit; without that nobody knows since when it has the one that it has now. */
export function primaryOf(
  { key, values, updatedAt }: Pick<RecordHistory, 'key' | 'values' | 'updatedAt'>,
  lines: readonly AuditLine[],
  audited: boolean,
): readonly ArticleLink[] {
  const moves = lines.filter((line) => line.key === key && line.field === PRIMARY_ARTICLE).toSorted(inOrder);
  const first = {
    key,
    article: moves[0]?.before ?? values[PRIMARY_ARTICLE] ?? '',
    at: audited ? LONG_AGO : updatedAt,
    checkpoint: null,
  };
  const later = moves.map(({ after, at, checkpoint }) => ({ key, article: after, at, checkpoint }));
  return [first, ...later].filter(({ article }) => article !== '');
}

const LONG_AGO = '1970-01-01T00:00:00Z';

/** Articles that were linked since a moment, and in no way before: one that is attached and then made the primary one is told of once. */
export function newlyLinked(links: readonly ArticleLink[], since: string): readonly ArticleLink[] {
  const first = new Map<string, ArticleLink>();
  for (const link of links.toSorted(inOrder)) {
    const name = `${link.key} ${link.article}`;
    if (!first.has(name)) first.set(name, link);
  }
  return [...first.values()].filter(({ at }) => at >= since);
}

/** What the links lead to; without those that the account may not read, such as drafts. */
export async function readArticles(
  rows: OwnRows,
  links: readonly ArticleLink[],
): Promise<readonly LinkedArticle[]> {
  const keys = oneOf(
    'sys_id',
    links.map(({ article }) => article),
  );
  const found = await read(rows, 'SyncArticle', keys, ['number', 'short_description', 'link']).catch(
    (error: unknown) => {
      if (isRefusal(error)) return [];
      throw error;
    },
  );
  const articles = new Map(found.map((row) => [cell(row, 'sys_id'), row]));
  return links.flatMap((each) => {
    const row = articles.get(each.article);
    if (row === undefined) return [];
    const link = typeof row['link'] === 'string' ? row['link'] : '';
    return [{ ...each, number: cell(row, 'number'), title: cell(row, 'short_description'), link }];
  });
}
