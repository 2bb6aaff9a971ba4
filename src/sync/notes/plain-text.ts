/** Tags at which a reader sees a new line. */
const BREAKS = /<(?:br|p|div|li|tr)\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6]|ul|ol|table)>/gi;
const TAGS = /<\/?[a-z][^<>]*>/gi;
const ENTITIES = /&(amp|lt|gt|quot|nbsp|#39|#x27);/gi;

const LETTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
  '#x27': "'",
};

/**
 * What people read of a column that may hold HTML, since work notes show tags as they are. Workaround, cause and fix notes of problems do on an instance in use
 * (seen in one third party's list of columns; older instances have plain text there, which stays as it is).
 */
export function plainText(html: string): string {
  return html
    .replace(BREAKS, '\n')
    .replace(TAGS, '')
    .replace(ENTITIES, (entity, name: string) => LETTERS[name.toLowerCase()] ?? entity)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
