import type { Random } from './random.ts';

/** Which related records a case has. */
export interface RelatedProfile {
  readonly incident: boolean;
  readonly problem: boolean;
  readonly change: boolean;
  readonly causedBy: boolean;
  readonly requests: boolean;
}

/** I incident, P problem, C change, B caused by a change, R requests. */
function profile(letters: string): RelatedProfile {
  return {
    incident: letters.includes('I'),
    problem: letters.includes('P'),
    change: letters.includes('C'),
    causedBy: letters.includes('B'),
    requests: letters.includes('R'),
  };
}

/** With eight empty ones beside them: incident 35 %, problem and change 20 %, caused by 10 %, requests 25 %. */
const WITH_RECORDS = ['I', 'I', 'IP', 'IC', 'IPC', 'IR', 'IPCBR', 'P', 'CB', 'R', 'R', 'R'].map(profile);

export const NOTHING_RELATED = profile('');

/** What the cases of the contact persona's account have, in turn. */
export const SHOWCASE = ['IPCR', 'I', '', 'PR', 'CB', 'R', 'IP'].map(profile);

/** Deals profiles so that every five cases in a row hold two without related records and three with some. */
export function createProfileDeck(random: Random): () => RelatedProfile {
  let left: RelatedProfile[] = [];
  return () => {
    if (left.length === 0) left = fours(random).flat();
    return left.pop() ?? NOTHING_RELATED;
  };
}

function fours(random: Random): RelatedProfile[][] {
  const shuffled = random.shuffle(WITH_RECORDS);
  return [0, 3, 6, 9].map((from) =>
    random.shuffle([NOTHING_RELATED, NOTHING_RELATED, ...shuffled.slice(from, from + 3)]),
  );
}
