import { timingSafeEqual } from 'node:crypto';
import type { SandboxRequest } from '../../http/service.ts';
import { ApiError } from './api-error.ts';

/** Throws a 401. Code and message without a key are documented; those for a wrong one were seen by others on the live API. */
export function authenticate({ headers }: SandboxRequest, apiKey: string): void {
  const given = /^Bearer +(\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (given === undefined)
    throw refusal('missing_authorization_material', 'No authorization material provided in request');
  const [shown, right] = [Buffer.from(given), Buffer.from(apiKey)];
  if (shown.length !== right.length || !timingSafeEqual(shown, right))
    throw refusal('access_token_invalid', 'The API key in the request is not valid');
}

function refusal(code: string, message: string): ApiError {
  return new ApiError(401, 'authentication_error', [{ code, message }]);
}
