import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { WireAnswer } from './exchange.ts';

const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);
const brotli = promisify(zlib.brotliDecompress);

/** What {@link decompress} can undo. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';

/** The body without its content coding. Rejects when it is damaged, cut off, or larger than `maxBytes` once decompressed. */
export async function decompress(answer: WireAnswer, maxBytes: number): Promise<Buffer> {
  const coding = one(answer.headers['content-encoding'])?.trim().toLowerCase() ?? '';
  const { body } = answer;
  if (coding === '' || coding === 'identity' || body.length === 0) return body;
  const options = { maxOutputLength: maxBytes };
  if (coding === 'gzip' || coding === 'x-gzip') return gunzip(body, options);
  if (coding === 'br') return brotli(body, options);
  // Some servers send "deflate" without the zlib wrapper, whose first byte ends in 8.
  if (coding === 'deflate')
    return ((body[0] ?? 0) & 15) === 8 ? inflate(body, options) : inflateRaw(body, options);
  throw new Error(`content coding "${coding}" was not asked for`);
}

const TEXT_BYTES = 4096;

/** `json` where the answer says that it is JSON, else `text`, cut to 4 KB. */
export interface Parsed {
  readonly json: unknown;
  readonly text: string;
  /** It says that it is JSON and is not. */
  readonly malformed: boolean;
}

/** `whole`: text that is not JSON is not cut; the answer's own bound has been kept by then. */
export function parseBody(
  contentType: string | readonly string[] | undefined,
  body: Buffer,
  whole = false,
): Parsed {
  if (body.length === 0 || !isJson(one(contentType) ?? '')) {
    return {
      json: undefined,
      text: body.toString('utf8', 0, whole ? body.length : TEXT_BYTES),
      malformed: false,
    };
  }
  try {
    return { json: JSON.parse(withoutMark(body.toString('utf8'))) as unknown, text: '', malformed: false };
  } catch {
    return { json: undefined, text: body.toString('utf8', 0, TEXT_BYTES), malformed: true };
  }
}

function isJson(contentType: string): boolean {
  const [type = ''] = contentType.split(';', 1);
  return /^(application|text)\/([\w.+-]+\+)?json$/i.test(type.trim());
}

/** Without a byte order mark, which JSON.parse refuses. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function one(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}
