/**
 * What comes behind this line of a summary is the service desk's: the API writes no updates, so that what is said there is put at the end of the summary,
 * which the channel is told of.
 */
const HEAD = '\n\n---\n**From the service desk**\n\n';

/** A summary in two: what people wrote, and what was put behind it. */
export function parted(summary: string | null): { readonly own: string | null; readonly ours: string } {
  const place = summary === null ? -1 : summary.lastIndexOf(HEAD);
  if (summary === null || place === -1) return { own: summary, ours: '' };
  const own = summary.slice(0, place);
  return { own: own === '' ? null : own, ours: summary.slice(place + HEAD.length) };
}

export function joined(own: string | null, ours: string): string {
  return `${own ?? ''}${HEAD}${ours}`;
}

/** The comments of a text that they were put into, the oldest first. */
export function paragraphs(text: string): readonly string[] {
  return text.split('\n\n').filter((each) => each.trim() !== '');
}

/** The text with one more comment, as one paragraph whatever it holds; null where it holds it already. */
export function withParagraph(text: string, comment: string): string | null {
  const one = comment.trim().replace(/\n\s*\n/g, '\n');
  const all = paragraphs(text);
  return all.includes(one) ? null : [...all, one].join('\n\n');
}
