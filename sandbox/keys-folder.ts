import { generateKeyPair } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A fresh folder, for this user only, with what clients of the sandbox need as files. */
export interface KeysFolder {
  /** Private half of the key that the sandbox's JWT bearer grants trust; PEM, PKCS #8, mode 0600. */
  readonly privateKeyFile: string;
  readonly publicKeyPem: string;
  /** The HTTPS listener's certificate, to be trusted; PEM. */
  readonly caFile: string;
  remove(): Promise<void>;
}

/** One for all sandboxes of a process: making it costs more than all else of a start. */
let keyPair: ReturnType<typeof makeKeyPair> | undefined;

function makeKeyPair(): Promise<{ readonly publicKey: string; readonly privateKey: string }> {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

export async function createKeysFolder(certificate: string): Promise<KeysFolder> {
  const { publicKey, privateKey } = await (keyPair ??= makeKeyPair());
  const folder = await mkdtemp(join(tmpdir(), 'casegraph-sandbox-'));
  const privateKeyFile = join(folder, 'client-key.pem');
  const caFile = join(folder, 'ca.pem');
  await writeFile(privateKeyFile, privateKey, { mode: 0o600 });
  await writeFile(caFile, certificate);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return { privateKeyFile, publicKeyPem: publicKey, caFile, remove };
}
