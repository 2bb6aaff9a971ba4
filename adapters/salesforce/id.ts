/**
 * Record ids. 15 characters of base 62 identify a record and differ by case; the form with 18 characters appends three that encode which
 * of the 15 are capitals: per five characters, bit j is set when character j is one.
 */
const SUFFIX_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const FIFTEEN = /^[A-Za-z0-9]{15}$/;

function suffixOf(id: string): string {
  let suffix = '';
  for (let start = 0; start < 15; start += 5) {
    let bits = 0;
    for (let j = 0; j < 5; j += 1) {
      const code = id.charCodeAt(start + j);
      if (code >= 65 && code <= 90) bits |= 1 << j;
    }
    suffix += SUFFIX_ALPHABET.charAt(bits);
  }
  return suffix;
}

/**
 * The 18-character form of an id, or null where the value is no id at all: wrong length, other characters, or a checksum that does not
 * fit (Salesforce answers MALFORMED_ID to those).
 */
export function normaliseId(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const id = value.slice(0, 15);
  if (!FIFTEEN.test(id)) return null;
  const full = id + suffixOf(id);
  return value.length === 15 || value === full ? full : null;
}
