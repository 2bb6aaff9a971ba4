import { resolve } from 'node:path';
import { z } from 'zod';
import { Secret } from '../secret.ts';
import type { Surroundings } from './surroundings.ts';

/** Seconds, whole or not. A timer cannot wait longer than 24 days. */
export const seconds = (least = 0) => z.number().min(least).max(1_000_000);

export const count = (least = 0) => z.int().min(least).max(1_000_000_000);

export const text = () => z.string().min(1);

/** An http or https address that paths can be put behind. */
export const address = () =>
  z.string().refine(isAddress, {
    error: 'must be an address such as https://acme.example, without user, query and fragment',
  });

/** A domain path: `TOP/ACME`. */
export const domainPath = () =>
  z.string().regex(/^[^/\s]([^/]*[^/\s])?(\/[^/\s]([^/]*[^/\s])?)*$/, {
    error: 'must be a domain path such as TOP/ACME',
  });

function isAddress(value: string): boolean {
  if (!URL.canParse(value) || !/^https?:\/\//i.test(value)) return false;
  const url = new URL(value);
  return !url.username && !url.password && !url.search && !url.hash;
}

/** The text of a file that is named by its path. */
export const fileText = (around: Surroundings) =>
  text().transform((value, context) => {
    const content = around.unused === true ? '' : read(value, around);
    if (content !== null) return content;
    context.addIssue({ code: 'custom', message: `names a file that cannot be read: ${value}` });
    return z.NEVER;
  });

const REFERENCE =
  'must say where the secret is: { env: NAME } or { file: path }; in a demo it may be given as { value: "…" }';

/** A secret by reference. What is wrong with it is told without its value. */
export const secret = (around: Surroundings) =>
  z
    .union(
      [
        z.strictObject({ env: text().describe('Name of the environment variable that holds it.') }),
        z.strictObject({
          file: text().describe('Path of the file that holds it; one line break at its end is left out.'),
        }),
        z.strictObject({ value: text().describe('The secret itself. For demos only.') }),
      ],
      { error: (issue) => (issue.input === undefined ? 'is missing' : REFERENCE) },
    )
    .transform((reference, context) => {
      const found = resolveSecret(reference, around);
      if (found instanceof Secret) return found;
      context.addIssue({ code: 'custom', message: found });
      return z.NEVER;
    });

/** A private key in PEM. Where an environment variable cannot hold line breaks they are written `\\n`, as other tools do it. */
export const privateKey = (around: Surroundings) =>
  secret(around).transform((key) => {
    const pem = key.reveal();
    return pem.includes('\n') ? key : new Secret(pem.replaceAll('\\n', '\n'));
  });

type Reference = { env: string } | { file: string } | { value: string };

/** The secret, or what is wrong. */
function resolveSecret(reference: Reference, around: Surroundings): Secret | string {
  if (around.unused === true) return new Secret('');
  if ('value' in reference) return new Secret(reference.value);
  if ('env' in reference) {
    const value = around.env[reference.env];
    return value ? new Secret(value) : `names the environment variable ${reference.env}, which is not set`;
  }
  const content = read(reference.file, around)?.replace(/\r?\n$/, '');
  if (content === undefined) return `names a file that cannot be read: ${reference.file}`;
  return content === '' ? `names an empty file: ${reference.file}` : new Secret(content);
}

function read(file: string, around: Surroundings): string | null {
  try {
    return around.readFile(resolve(around.folder, file));
  } catch {
    return null;
  }
}
