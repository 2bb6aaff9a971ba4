import type { SandboxRequest } from '../../http/service.ts';

/** The token of an Authorization header; `OAuth` is what older clients write for `Bearer`. */
export function bearerToken({ headers }: SandboxRequest): string | undefined {
  return /^(?:Bearer|OAuth)\s+(\S+)\s*$/i.exec(headers['authorization'] ?? '')?.[1];
}
