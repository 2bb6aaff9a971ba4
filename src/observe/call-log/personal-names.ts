/** Names of what is about a person, unless the configuration names others. */
export const PERSONAL: readonly string[] = [
  'email',
  'mail',
  'phone',
  'mobile',
  'fax',
  'address',
  'street',
  'city',
  'zip',
  'postal_code',
  'first_name',
  'middle_name',
  'last_name',
  'given_name',
  'family_name',
  'full_name',
  'surname',
  'birth',
  'birthdate',
  'username',
  'user_name',
  'latitude',
  'longitude',
];

/** Tells by the name of a column, key or parameter how its value is treated. */
export type Judge = (name: string) => 'secret' | 'personal' | null;

const SECRET =
  /token|secret|assertion|passw|pwd|api[-_]?key|signature|credential|authorization|cookie|private_?key/i;
const REMEMBERED = 4000;
/** From this length on a name may also stand without a separator: `emailaddress`, `homephone`. */
const TELLING = 5;

/**
 * A judge for the names given. A column is meant by the words of its name, however they are written: `last_name` is also `LastName`, `contact.last_name`
 * and `u_last_name`. What it has said of a name it remembers.
 */
export function judgeOf(personal: readonly string[]): Judge {
  const meant = personal.map((name) => wordsOf(name).join('_')).filter((name) => name !== '');
  const known = new Map<string, ReturnType<Judge>>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const verdict = SECRET.test(name) ? 'secret' : isMeant(name, meant) ? 'personal' : null;
    if (known.size >= REMEMBERED) known.clear();
    known.set(name, verdict);
    return verdict;
  };
}

function isMeant(name: string, meant: readonly string[]): boolean {
  const words = wordsOf(name);
  const [spaced, joined] = [`_${words.join('_')}_`, words.join('')];
  return meant.some((each) => {
    if (spaced.includes(`_${each}_`)) return true;
    const whole = each.replaceAll('_', '');
    return whole.length >= TELLING && (joined.startsWith(whole) || joined.endsWith(whole));
  });
}

function wordsOf(name: string): string[] {
  const spaced = name.slice(0, 200).replace(/([a-z\d])([A-Z])/g, '$1_$2');
  return spaced
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
