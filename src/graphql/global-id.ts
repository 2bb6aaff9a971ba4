import { CasegraphError } from '../contract/index.ts';

/** A row's id in the whole graph: type and key, opaque to clients. */
export function toGlobalId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url');
}

const FORM = /^([A-Z][A-Za-z0-9_]*):([^\s:]{1,255})$/;

/** Throws `invalid-input` for text that is no global id. */
export function fromGlobalId(id: string): { readonly type: string; readonly key: string } {
  const match =
    id.length > 400 || !/^[\w-]+$/.test(id) ? null : FORM.exec(Buffer.from(id, 'base64url').toString('utf8'));
  const [, type, key] = match ?? [];
  if (type === undefined || key === undefined) {
    throw new CasegraphError(
      'invalid-input',
      'This is not an id of this graph. Give the value of an `id` field, unchanged.',
    );
  }
  return { type, key };
}

/** The key in a global id that must be of this type. Throws `invalid-input`. */
export function keyOfType(type: string, id: string): string {
  const parts = fromGlobalId(id);
  if (parts.type !== type) {
    throw new CasegraphError(
      'invalid-input',
      `This is the id of type ${parts.type}; an id of type ${type} is asked for.`,
    );
  }
  return parts.key;
}
