import type { Random } from './random.ts';

/**
 * Deals cards from a shuffled deck and shuffles again when it is empty. Unlike dice, a deck keeps its promise of how
 * often each card comes, in small worlds too and whatever the seed.
 */
export function createDeck<T>(random: Random, cards: readonly T[]): () => T {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = random.shuffle(cards);
    return left.pop() as T;
  };
}
