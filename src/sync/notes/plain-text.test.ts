import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['plain text', 'Restart it.', 'Restart it.'],
  ['what only looks like a tag', 'a < b and c > d', 'a < b and c > d'],
  ['a paragraph', '<p>Restart it.</p>', 'Restart it.'],
  ['several', '<p>First this.</p>\r\n<p>Then <strong>that</strong>.</p>', 'First this.\nThen that.'],
  ['breaks and lists', 'One<br />Two<ul><li>a</li><li>b</li></ul>', 'One\nTwo\na\nb'],
  [
    'letters that HTML writes otherwise',
    '<p>Q&amp;A&nbsp;&lt;b&gt; &quot;x&quot; &#39;y&#39;</p>',
    `Q&A <b> "x" 'y'`,
  ],
  ['an entity that is written out is decoded once', '&amp;lt;', '&lt;'],
  ['nothing to read', '<p>&nbsp;</p>', ''],
])('%s', (_, html, text) => {
  expect(plainText(html)).toBe(text);
});

it('takes a long text without end in little time', () => {
  const began = Date.now();
  plainText('<a '.repeat(20_000) + '<br '.repeat(20_000));
  expect(Date.now() - began).toBeLessThan(1_000);
});
