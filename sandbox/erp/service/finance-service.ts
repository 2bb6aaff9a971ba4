import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import type { World } from '../../world/world.ts';
import { metadataJson } from '../model/metadata-json.ts';
import { metadataXml } from '../model/metadata-xml.ts';
import { MODEL } from '../model/model.ts';
import { readOptions } from '../query/option-text.ts';
import { answerResource } from './answer.ts';
import { answerBatch } from './batch.ts';
import { negotiate, wantsJsonMetadata } from './negotiate.ts';
import { ODataError } from './odata-error.ts';
import { resolvePath } from './path.ts';
import { ErpStore } from './store.ts';

/** Answers requests below the path of the service. */
export type FinanceService = (request: SandboxRequest, servicePath: string) => SandboxResponse;

interface Get {
  readonly method: string;
  /** Below the service root, still percent-encoded: a key may hold a slash. */
  readonly path: string;
  readonly rawQuery: string;
  readonly headers: Readonly<Record<string, string>>;
}

export function createFinanceService(world: Pick<World, 'erp'>, pageSize: number): FinanceService {
  const store = new ErpStore(world);
  return (request, servicePath) => {
    const root = `${request.origin}${servicePath}/`;
    const respond = (get: Get): SandboxResponse => {
      try {
        return answerGet(get, root, pageSize, store);
      } catch (error) {
        if (error instanceof ODataError) return error.response();
        throw error;
      }
    };
    const [rawPath = '', rawQuery = ''] = request.target.split(/\?(.*)/s);
    const path = rawPath.slice(rawPath.indexOf(servicePath) + servicePath.length).replace(/^\/+/, '');
    if (path !== '$batch')
      return respond({ method: request.method, path, rawQuery, headers: request.headers });
    try {
      if (request.method !== 'POST') throw wrongMethod('POST');
      return answerBatch(request, root, (method, inner, query, headers) =>
        respond({ method, path: inner.replace(/^\/+/, ''), rawQuery: query, headers }),
      );
    } catch (error) {
      if (error instanceof ODataError) return error.response();
      throw error;
    }
  };
}

function answerGet(
  { method, path, rawQuery, headers }: Get,
  root: string,
  pageSize: number,
  store: ErpStore,
): SandboxResponse {
  if (method !== 'GET' && method !== 'HEAD') throw wrongMethod('GET, HEAD');
  const options = readOptions(rawQuery);
  const format = options.get('$format');
  if (path === '$metadata') return metadata(headers['accept'], format);
  const negotiated = negotiate(headers, format);
  if (path === '') return serviceDocument(root, negotiated.version);
  const resource = resolvePath(path.split('/').map(decoded), store);
  return answerResource(resource, { options, negotiated, root, path, pageSize }, store);
}

function metadata(accept: string | undefined, format: string | undefined): SandboxResponse {
  if (wantsJsonMetadata(accept, format))
    return {
      status: 200,
      headers: { 'Content-Type': 'application/json', 'OData-Version': '4.01' },
      body: metadataJson(),
    };
  return {
    status: 200,
    headers: { 'Content-Type': 'application/xml', 'OData-Version': '4.01' },
    body: metadataXml(),
  };
}

function serviceDocument(root: string, version: string): SandboxResponse {
  const value = [...MODEL.keys()].map((name) => ({ name, kind: 'EntitySet', url: name }));
  return {
    status: 200,
    headers: { 'Content-Type': 'application/json;odata.metadata=minimal', 'OData-Version': version },
    body: { '@odata.context': `${root}$metadata`, value },
  };
}

function wrongMethod(allowed: string): ODataError {
  return new ODataError(405, 'MethodNotAllowed', `Only ${allowed} is allowed here.`, {
    headers: { Allow: allowed },
  });
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new ODataError(400, 'InvalidUri', 'The path is not well-formed: a percent sign stands for itself.');
  }
}
