import type { Random } from './random.ts';
import { COMPANY_FIRST, COMPANY_FORM, COMPANY_SECOND } from './vocabulary/companies.ts';
import { FIRST_NAMES, LAST_NAMES } from './vocabulary/people.ts';

export interface PersonName {
  readonly first: string;
  readonly last: string;
  readonly full: string;
  /** Unique in the world: `zoe.obrien`, `zoe.obrien2`. */
  readonly userName: string;
}

/** Gives out names of people; two may have the same name, no two the same user name. */
export function createPersonNames(random: Random, taken: Iterable<string>): () => PersonName {
  const used = new Map<string, number>([...taken].map((userName) => [userName, 1]));
  return () => {
    const first = random.pick(FIRST_NAMES);
    const last = random.pick(LAST_NAMES);
    const plain = `${ascii(first)}.${ascii(last)}`;
    const count = (used.get(plain) ?? 0) + 1;
    used.set(plain, count);
    return { first, last, full: `${first} ${last}`, userName: count === 1 ? plain : `${plain}${count}` };
  };
}

/** Gives out names of companies, all different for the first 26,100 and numbered after that. */
export function createCompanyNames(random: Random): (index: number) => string {
  const [firsts, seconds, forms] = [COMPANY_FIRST, COMPANY_SECOND, COMPANY_FORM].map((list) =>
    random.shuffle(list),
  );
  return (index) => {
    const parts = [
      firsts?.[index % COMPANY_FIRST.length],
      seconds?.[index % COMPANY_SECOND.length],
      // First and second repeat together only after as many as their product: then the form must have moved on.
      forms?.[
        (index + Math.floor(index / (COMPANY_FIRST.length * COMPANY_SECOND.length))) % COMPANY_FORM.length
      ],
    ];
    const round = Math.floor(index / (COMPANY_FIRST.length * COMPANY_SECOND.length * COMPANY_FORM.length));
    return parts.join(' ') + (round > 0 ? ` ${round + 1}` : '');
  };
}

const SPECIAL: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', ß: 'ss', ı: 'i', æ: 'ae', đ: 'd' };

function ascii(name: string): string {
  return name
    .toLowerCase()
    .replace(/[øłßıæđ]/g, (letter) => SPECIAL[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}
