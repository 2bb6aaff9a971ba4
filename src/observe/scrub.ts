/** Shapes of secrets that must not reach a log, whichever field they came in. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(?:-----END [A-Z ]*PRIVATE KEY-----)?/g, '[key]'],
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, '[token]'],
  [/\b00D[A-Za-z0-9]{12}![\w.]{8,}/g, '[token]'],
  [/\b(bearer|basic|oauth)\s+[\w+/=.~!-]{6,}/gi, '$1 [secret]'],
  [
    /(["']?(?:[\w-]*(?:password|passwd|secret|token|assertion|api[-_]?key|authorization|cookie))\\?["']?\s*[:=]\s*)(\\?["'])(?:(?!\2)(?:\\.|[^\\]))*\2/gi,
    '$1$2[secret]$2',
  ],
  [/([?&][\w-]*(?:password|secret|token|assertion|api[-_]?key)=)[^&\s"'\\]+/gi, '$1[secret]'],
  [/(\b[a-z][a-z\d+.-]*:\/\/)[^/\s:@"']+:[^/\s@"']+@/gi, '$1[secret]@'],
];

/** A finished log line without what looks like a secret. Works on text, so it does not matter where in an object the secret hid. */
export function scrub(line: string): string {
  return SHAPES.reduce((text, [shape, replacement]) => text.replace(shape, replacement), line);
}
