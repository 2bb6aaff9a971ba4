import type { LikeStep } from './string-literal.ts';

/**
 * A LIKE pattern as a test, without regard to case. Steps back only to the last `%`, so that no pattern can take
 * more than text length times pattern length.
 */
export function likeTest(steps: readonly LikeStep[]): (text: string) => boolean {
  const pattern = steps.map((step) => (typeof step === 'string' ? step : { char: step.char.toLowerCase() }));
  return (text) =>
    matches(
      [...text].map((char) => char.toLowerCase()),
      pattern,
    );
}

function matches(text: readonly string[], pattern: readonly LikeStep[]): boolean {
  let [at, step, star, resume] = [0, 0, -1, 0];
  while (at < text.length) {
    const wanted = pattern[step];
    if (wanted === 'any') {
      [star, resume] = [step, at];
      step++;
    } else if (wanted !== undefined && (wanted === 'one' || wanted.char === text[at])) {
      step++;
      at++;
    } else if (star >= 0) {
      step = star + 1;
      at = ++resume;
    } else return false;
  }
  return pattern.slice(step).every((rest) => rest === 'any');
}
