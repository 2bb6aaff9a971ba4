import { Agent, createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CasegraphError } from '../../src/contract/index.ts';
import type { Call, SendRequest, SendResponse } from '../../src/contract/index.ts';

/**
 * An OData server that nobody here wrote: `@sap-ux/fe-mockserver-core`. Where it does not do what OData says, it is mended here, in one
 * place each, by the standard's words and without looking at the adapter:
 *
 * - its grammar is built anew for each request (20 ms): here once;
 * - `eq null` never matches, and a missing number is smaller than any (part 2, 5.1.1.1: only `eq` and `ne` match null);
 * - `ne` on a Boolean means `eq`, and `in` knows only text;
 * - a string literal ends at any quote, and may hold no backslash, double quote or line break: these travel as private characters.
 */
const load = createRequire(import.meta.url);
const SERVER = '@sap-ux/fe-mockserver-core';

interface MockServer {
  readonly isReady: Promise<void>;
  getRouter(): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}
type MockServerClass = new (configuration: object) => MockServer;
type Check = (type: string, value: unknown, literal: unknown, operator: string, request: unknown) => boolean;

interface Grammar {
  FilterParser: new () => { input: unknown; errors: readonly unknown[]; filterExpr(): unknown };
  FilterLexer: { tokenize(text: string): { tokens: unknown; errors: readonly unknown[] } };
  parseFilter: (text: string | null) => unknown;
}

function buildGrammarOnce(): void {
  const grammar = load(`${SERVER}/dist/request/filterParser.js`) as Grammar;
  const parser = new grammar.FilterParser();
  grammar.parseFilter = (text) => {
    if (text === null) return undefined;
    const { tokens, errors } = grammar.FilterLexer.tokenize(text);
    parser.input = tokens;
    const parsed = parser.filterExpr();
    if (parser.errors.length + errors.length > 0) throw new Error(`cannot be parsed: ${text}`);
    return parsed;
  };
}

function mendComparisons(): void {
  const { FileBasedMockData } = load(`${SERVER}/dist/mockdata/fileBasedMockData.js`) as {
    FileBasedMockData: { prototype: { checkFilterValue: Check } };
  };
  const original = FileBasedMockData.prototype.checkFilterValue;
  FileBasedMockData.prototype.checkFilterValue = function (type, value, literal, operator, request) {
    if (Array.isArray(literal)) {
      return literal.some((one: unknown) => this.checkFilterValue(type, value, one, 'eq', request));
    }
    // It keeps a missing whole number as NaN.
    const isMissing = value === null || value === undefined || Number.isNaN(value);
    if (isMissing || literal === 'null') {
      const same = isMissing && literal === 'null';
      return operator === 'eq' ? same : operator === 'ne' && !same;
    }
    if (type === 'Edm.Boolean') return ((value === true) === (literal === 'true')) === (operator === 'eq');
    return original.call(this, type, value, literal, operator, request);
  };
}

buildGrammarOnce();
mendComparisons();

const UNSPEAKABLE = ["'", '"', '\\', '\n', '\r'];
const STAND_INS = UNSPEAKABLE.map((_, index) => String.fromCharCode(0xe000 + index));

function hidden(text: string): string {
  return UNSPEAKABLE.reduce((rest, from, index) => rest.replaceAll(from, STAND_INS[index]!), text);
}

function shown(text: string): string {
  return UNSPEAKABLE.reduce((rest, to, index) => rest.replaceAll(STAND_INS[index]!, to), text);
}

/** All texts of a JSON value, one by one. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((member) => mapTexts(member, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, change)]));
}

/** String literals of a query option, by the rule of the ABNF alone: a quote, then doubled quotes and other characters, then a quote. */
function hideInLiterals(text: string): string {
  return text.replace(/'((?:[^']|'')*)'/g, (_, body: string) => `'${hidden(body.replaceAll("''", "'"))}'`);
}

function asReceived(path: string): string {
  const [route = '', query] = path.split('?');
  const key = decodeURIComponent(route);
  const place = key.includes("'") ? encodeURI(hideInLiterals(key)) : route;
  if (query === undefined) return place;
  const options = query.split('&').map((option) => {
    const at = option.indexOf('=');
    const value = hideInLiterals(decodeURIComponent(option.slice(at + 1)));
    return `${option.slice(0, at)}=${encodeURIComponent(value)}`;
  });
  return `${place}?${options.join('&')}`;
}

/** Data as the server keeps it. */
export function asKept(records: readonly object[]): unknown {
  return mapTexts(records, hidden);
}

export interface ODataServer {
  readonly call: (signal?: AbortSignal) => Call;
  /** Targets received, in their order. */
  readonly targets: string[];
  readonly close: () => Promise<void>;
}

/** Serves a folder with `metadata.xml` and one file of records per entity set, below `path`. */
export async function serveOData(
  folder: string,
  path: string,
  data: Readonly<Record<string, readonly object[]>>,
): Promise<ODataServer> {
  const { default: MockServer } = load(SERVER) as { default: MockServerClass };
  const mock = new MockServer({
    services: [
      { urlPath: path, metadataPath: join(folder, 'metadata.xml'), mockdataPath: folder, noETag: true },
    ],
    logger: silent,
    fileLoader: loaderOf(data),
  });
  await mock.isReady;
  const route = mock.getRouter();
  const server = createServer((request, response) =>
    route(request, response, () => response.writeHead(404).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return opened(server);
}

const silent = { info() {}, warn() {}, error() {}, debug() {}, silly() {}, verbose() {} };

/** The server's own loader, with the records of entity sets as it can keep them. */
function loaderOf(data: Readonly<Record<string, readonly object[]>>): unknown {
  const { default: Loader } = load(`${SERVER}/dist/plugins/fileSystemLoader.js`) as {
    default: new (config?: string) => { loadFile(path: string): Promise<string> };
  };
  const recordsAt = (path: string): string | null => {
    const set = /([^/\\]+)\.json$/.exec(path)?.[1];
    return set !== undefined && data[set] !== undefined ? JSON.stringify(asKept(data[set])) : null;
  };
  return class extends Loader {
    override async loadFile(path: string): Promise<string> {
      return recordsAt(path) ?? super.loadFile(path);
    }
    loadFileSync(path: string): string {
      return recordsAt(path) ?? '[]';
    }
  };
}

function opened(server: Server): ODataServer {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const targets: string[] = [];
  const send = async (request: SendRequest, signal: AbortSignal): Promise<SendResponse> => {
    if (signal.aborted) throw new CasegraphError('cancelled', 'The request was cancelled.');
    targets.push(request.path);
    const body = request.json === undefined ? null : JSON.stringify(mapTexts(request.json, hidden));
    const headers = { ...request.headers, ...(body === null ? {} : { 'content-type': 'application/json' }) };
    return exchange(`${origin}${asReceived(request.path)}`, request.method, headers, body);
  };
  return {
    targets,
    call: (signal = new AbortController().signal) => ({
      signal,
      now: Date.now,
      send: (request) => send(request, signal),
    }),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const agent = new Agent({ keepAlive: true });

function exchange(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: string | null,
): Promise<SendResponse> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { method, headers, agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        try {
          resolve(asSent(answer, Buffer.concat(chunks).toString(), new URL(url).origin));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body ?? undefined);
  });
}

function asSent(answer: IncomingMessage, text: string, instance: string): SendResponse {
  const status = answer.statusCode ?? 0;
  if (status >= 500) {
    throw new CasegraphError('upstream-unavailable', 'The upstream did not answer.', { detail: text });
  }
  const isJson = answer.headers['content-type']?.includes('json') === true && text !== '';
  const json = isJson ? mapTexts(JSON.parse(text), shown) : undefined;
  return { status, headers: answer.headers, json, text: isJson ? '' : text, instance };
}
