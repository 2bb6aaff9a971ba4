import type { Random } from './random.ts';
import { AWKWARD, CIRCUMSTANCES, DETAILS, SYMPTOMS, THINGS } from './vocabulary/trouble.ts';

/** Every ninth case has a text that tests how text is carried; the others are put together from what customers report. */
export function caseText(random: Random, index: number): { shortDescription: string; description: string } {
  const thing = random.pick(THINGS);
  const plain = `${thing} ${random.pick(SYMPTOMS)} ${random.pick(CIRCUMSTANCES)}`;
  const awkward = index % 9 === 5 ? AWKWARD[Math.floor(index / 9) % AWKWARD.length] : undefined;
  const details = `${random.pick(DETAILS)} ${random.pick(DETAILS)}`;
  return { shortDescription: awkward ?? plain, description: `${awkward ?? plain}.\n\n${details}` };
}
