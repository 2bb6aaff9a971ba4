import { HttpRefusal } from '../exchange/refusal.ts';
import type { Limits } from '../limits/limits.ts';

/** How many streams run, in all and for each viewer. */
export interface Places {
  /** Throws HttpRefusal when there are none left; else answers what to call when the stream is over. */
  take(subject: string): () => void;
}

export function createPlaces({
  streams,
  streamsPerViewer,
}: Pick<Limits, 'streams' | 'streamsPerViewer'>): Places {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    take(subject) {
      const own = taken.get(subject) ?? 0;
      if (own >= streamsPerViewer)
        throw full(`You have ${own} subscriptions open; ${streamsPerViewer} are the most. End one first.`);
      if (all >= streams)
        throw full('The gateway has no room for another subscription now. Try again later.');
      taken.set(subject, own + 1);
      all += 1;
      let left = false;
      return () => {
        if (left) return;
        left = true;
        all -= 1;
        const rest = (taken.get(subject) ?? 1) - 1;
        if (rest === 0) taken.delete(subject);
        else taken.set(subject, rest);
      };
    },
  };
}

function full(message: string): HttpRefusal {
  return new HttpRefusal(429, 'RATE_LIMITED', message, { 'retry-after': '10' }, true);
}
