import { describe, expect, it } from 'vitest';
import type { AuditLine } from './history.ts';
import { newlyLinked, PRIMARY_ARTICLE, primaryOf, type ArticleLink } from './read-articles.ts';

const at = (minute: number): string => `2026-11-22T10:${String(minute).padStart(2, '0')}:00Z`;
const move = (before: string, after: string, minute: number): AuditLine => ({
  sysId: `${minute}`,
  key: 'problem',
  field: PRIMARY_ARTICLE,
  before,
  after,
  checkpoint: minute,
  at: at(minute),
});
const attached = (article: string, minute: number): ArticleLink => ({
  key: 'problem',
  article,
  at: at(minute),
  checkpoint: null,
});

/** `a7`: article a was linked in minute 7. All that is older than minute 5 is past the bound. */
function linked(
  now: string,
  moves: readonly AuditLine[],
  attachments: readonly ArticleLink[],
  audited = true,
) {
  const problem = { key: 'problem', values: { [PRIMARY_ARTICLE]: now }, updatedAt: at(30) };
  const links = [...attachments, ...primaryOf(problem, moves, audited)];
  return newlyLinked(links, at(5)).map((each) => `${each.article}${Number(each.at.slice(14, 16))}`);
}

describe('articles that became linked to a problem', () => {
  it.each<[string, string, readonly AuditLine[], readonly ArticleLink[], readonly string[]]>([
    ['none', '', [], [], []],
    ['one that was made its primary one', 'a', [move('', 'a', 7)], [], ['a7']],
    ['one that was attached', '', [], [attached('a', 8)], ['a8']],
    [
      'one that was attached and then made primary, once',
      'a',
      [move('', 'a', 9)],
      [attached('a', 8)],
      ['a8'],
    ],
    [
      'one that was made primary and then attached, once',
      'a',
      [move('', 'a', 7)],
      [attached('a', 8)],
      ['a7'],
    ],
    ['one after the other', 'b', [move('a', 'b', 9), move('', 'a', 7)], [], ['a7', 'b9']],
    ['one that was taken off again', '', [move('a', '', 9), move('', 'a', 7)], [], ['a7']],
    ['not one that was attached before, and is primary now', 'a', [move('', 'a', 7)], [attached('a', 3)], []],
    ['not one that has been primary all the time, and is attached now', 'a', [], [attached('a', 8)], []],
    ['not one that was primary before', 'b', [move('a', 'b', 9)], [attached('a', 10)], ['b9']],
  ])('%s', (_, now, moves, attachments, expected) => {
    expect(linked(now, moves, attachments)).toEqual(expected);
  });

  it('without the audit, the one that is the primary one now, when the problem was last changed', () => {
    expect(linked('a', [], [], false)).toEqual(['a30']);
    expect(linked('a', [], [attached('a', 8)], false)).toEqual(['a8']);
  });
});
