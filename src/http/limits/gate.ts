import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { checkDocument } from './check-document.ts';
import type { DocumentLimits } from './limits.ts';
import type { Verdict } from './verdict.ts';

const KEPT_VERDICTS = 2000;

export interface Judged {
  readonly verdict: Verdict;
  /** SHA-256 of the document's text, in hexadecimal digits. */
  readonly hash: string;
}

/** Judges documents and remembers its verdicts, which depend on nothing but the text. */
export function createGate(limits: DocumentLimits): (text: string) => Judged {
  const verdicts = new LRUCache<string, Verdict>({ max: KEPT_VERDICTS });
  return (text) => {
    const hash = createHash('sha256').update(text).digest('hex');
    const known = verdicts.get(hash);
    if (known !== undefined) return { verdict: known, hash };
    const verdict = checkDocument(text, limits);
    verdicts.set(hash, verdict);
    return { verdict, hash };
  };
}
