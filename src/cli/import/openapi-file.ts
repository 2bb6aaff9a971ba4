import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { addressOf, describeOpenApi } from '../../../adapters/rest/index.ts';
import { CasegraphError, type ObjectDescription } from '../../contract/index.ts';
import { ImportError } from './import-error.ts';

export interface DescribedFile {
  readonly description: ObjectDescription;
  /** The service that the document names. */
  readonly address: URL | null;
}

/** Anchors of a YAML file that stand for more than this are an attack, not a document. */
const MOST_ALIASES = 10_000;

/** Reads an OpenAPI document, YAML or JSON. Throws ImportError. */
export async function describeFile(file: string, path: string): Promise<DescribedFile> {
  const document = parsed(file, await textOf(file));
  try {
    return { description: describeOpenApi(document, path), address: addressOf(document) };
  } catch (error) {
    if (error instanceof CasegraphError) throw new ImportError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ImportError(`${file} cannot be read (${code}). Give the path of an OpenAPI document.`);
  }
}

/** JSON is YAML. */
function parsed(file: string, text: string): unknown {
  try {
    return parse(text, { maxAliasCount: MOST_ALIASES, prettyErrors: true, logLevel: 'silent' });
  } catch (error) {
    throw new ImportError(`${file} is neither YAML nor JSON: ${error instanceof Error ? error.message : ''}`);
  }
}
