/** `{key}` and `{keys}` inside a path. */
const PLACE = /\{([^{}]*)\}/g;
const SEGMENTS = /^\/[A-Za-z0-9_.~!$&'()*+,;=:@%{}/-]*$/;
/** What some server or proxy on the way would read as more than a part of one segment, even encoded. */
const UNSAFE = /[/\\\p{Cc}\p{Cs}]/u;

/** What is wrong with the path of a declaration, or null. */
export function pathTemplateProblem(template: string, allowed: readonly string[]): string | null {
  if (!template.startsWith('/') || template.startsWith('//')) return 'a path starts with one "/"';
  if (/[?#]/.test(template)) return 'a path holds no "?" and no "#"; put parameters into "query"';
  const bare = template.replace(PLACE, 'x');
  if (!SEGMENTS.test(template) || /[{}]/.test(bare) || /%(?![0-9A-Fa-f]{2})/.test(template))
    return 'a path is percent-encoded and holds nothing but segments and placeholders';
  if (bare.split(/\/|%2f|%5c/i).some((segment) => /^(\.|%2e){1,2}$/i.test(segment)))
    return 'a path holds no "." and no ".." segment';
  const odd = [...template.matchAll(PLACE)]
    .map(([, name = '']) => name)
    .find((name) => !allowed.includes(name));
  if (odd === undefined) return null;
  const known = allowed.map((name) => `{${name}}`).join(', ');
  return `{${odd}} means nothing here; ${known === '' ? 'this path takes no placeholders' : `known: ${known}`}`;
}

/** Whether a value can stand in a path: not empty, not `.` or `..`, and without slashes and control characters. */
export function fitsPath(value: string): boolean {
  return value !== '' && !UNSAFE.test(value) && !/^\.{1,2}$/.test(value);
}

/** Fills the placeholders of a path. The values have passed `fitsPath`; several stand between commas. */
export function filledPath(template: string, values: Readonly<Record<string, readonly string[]>>): string {
  return template.replace(PLACE, (_, name: string) => (values[name] ?? []).map(encoded).join(','));
}

/** Percent-encoded, including what only RFC 3986 reserves. The text is well formed Unicode. */
export function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
