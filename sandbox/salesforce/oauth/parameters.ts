import type { SandboxRequest } from '../../http/service.ts';

/** Parameters of an OAuth request, from the form body and the query string; the body wins. */
export function parameters(request: SandboxRequest): ReadonlyMap<string, string> {
  const form = /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '');
  const body = form ? new URLSearchParams(request.body.toString('utf8')) : new URLSearchParams();
  return new Map([...request.query, ...body]);
}

/** Client id and secret, from a Basic header or the parameters. */
export function clientCredentials(
  request: SandboxRequest,
  given: ReadonlyMap<string, string>,
): { readonly id: string | undefined; readonly secret: string | undefined } {
  const basic = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  if (basic === undefined) return { id: given.get('client_id'), secret: given.get('client_secret') };
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(/:(.*)/s);
  return { id: decode(id), secret: decode(secret) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
