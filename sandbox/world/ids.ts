import { hashText } from './random.ts';

/** Makes the nth id of one kind. Ids of one kind never repeat: their last part is a one-to-one mixing of the index. */
export type IdMaker = (index: number) => string;

/** 32 hexadecimal digits, as ServiceNow's sys_id. */
export function sysIds(seed: string, kind: string): IdMaker {
  const [a, b, c, d] = hashText(`${seed}/${kind}`);
  const bytes = Buffer.alloc(16);
  return (index) => {
    bytes.writeUInt32BE(mix(index ^ a), 0);
    bytes.writeUInt32BE(mix(index + b), 4);
    bytes.writeUInt32BE(c, 8);
    bytes.writeUInt32BE(mix(index ^ d), 12);
    return bytes.toString('hex');
  };
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LOW_SPACE = 62 ** 5;
/** Has no factor in common with 62, so that multiplying by it is one-to-one within the space. */
const STRIDE = 9_340_261;

/** 18 characters: key prefix, pod, reserved `0`, 4 characters of the kind, 5 of the index, checksum. */
export function salesforceIds(seed: string, prefix: string, kind: string): IdMaker {
  const [a, b] = hashText(`${seed}/${kind}`);
  const high = base62(a, 4);
  return (index) =>
    withChecksum(`${prefix}Hu0${high}${base62((index * STRIDE + (b % LOW_SPACE)) % LOW_SPACE, 5)}`);
}

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character form of a 15-character id: one character per five, whose bits say which of them are capitals. */
export function withChecksum(id15: string): string {
  let suffix = '';
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let capitals = 0;
    for (let bit = 0; bit < 5; bit++) if (isCapital(id15.charCodeAt(chunk + bit))) capitals |= 1 << bit;
    suffix += SUFFIX[capitals];
  }
  return id15 + suffix;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function base62(value: number, digits: number): string {
  let text = '';
  for (let rest = value, left = digits; left > 0; left--, rest = Math.floor(rest / 62))
    text = BASE62[rest % 62] + text;
  return text;
}

/** A one-to-one scrambling of 32 bits (murmur3's finaliser). */
function mix(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
