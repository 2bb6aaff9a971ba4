import { scrub } from '../scrub.ts';

export const MASK = '***';

/** Also one that is cut off behind its "@". */
const MAIL = /[\p{L}\d._%+'-]+@[\p{L}\d-]*(?:\.[\p{L}\d-]+)*/gu;
/** With its country: other digits are as often numbers of records. */
const PHONE = /\+\d(?:[ ().\-/]?\d){6,14}/g;

/** Text without mail addresses, telephone numbers, and what is shaped like a secret. */
export function maskText(text: string): string {
  let masked = text;
  if (masked.includes('@')) masked = masked.replace(MAIL, MASK);
  if (masked.includes('+')) masked = masked.replace(PHONE, MASK);
  return scrub(masked);
}
