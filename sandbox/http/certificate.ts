import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { bits, boolean, integer, octets, oid, sequence, set, tagged, utcTime, utf8 } from './der.ts';

const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const DAY_MS = 86_400_000;

/**
 * A self-signed certificate for 127.0.0.1 and localhost with a new P-256 key, both as PEM.
 *
 * It is written out here because `node:crypto` can read certificates but not make them, and the npm library for it
 * needs a reflection polyfill. It is its own authority: a client that trusts this PEM trusts nothing else by it.
 */
export function selfSigned(now: number): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8('Casegraph sandbox'))));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ECDSA_WITH_SHA256,
    name,
    sequence(utcTime(now - DAY_MS), utcTime(now + 365 * DAY_MS)),
    name,
    spki,
    tagged(0xa3, sequence(...extensions(spki))),
  );
  const signature = sign('sha256', body, privateKey);
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: pem(sequence(body, ECDSA_WITH_SHA256, bits(signature))),
  };
}

/** All that strict verifiers (Python 3.13 among them) ask of a certificate that is its own authority. */
function extensions(spki: Buffer): Buffer[] {
  const keyId = createHash('sha1').update(spki).digest();
  const signsAndCertifies = Buffer.from([0x03, 0x02, 0x02, 0x84]);
  const localhost = tagged(0x82, Buffer.from('localhost'));
  const loopback = tagged(0x87, Buffer.from([127, 0, 0, 1]));
  return [
    extension('2.5.29.19', sequence(boolean(true)), true),
    extension('2.5.29.15', signsAndCertifies, true),
    extension('2.5.29.14', octets(keyId)),
    extension('2.5.29.35', sequence(tagged(0x80, keyId))),
    extension('2.5.29.17', sequence(localhost, loopback)),
    extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
  ];
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value));
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
