import { CasegraphError } from '../contract/index.ts';
import type { Send, SendRequest, SendResponse } from '../contract/index.ts';
import { splitAddress } from './address.ts';
import { ACCEPT_ENCODING } from './body.ts';
import type { Channel } from './channel.ts';
import { credentialFor, replaceCredential } from './credentials.ts';
import type { Credential } from './credentials.ts';
import { describeAnswer } from './failure.ts';
import type { Answer } from './failure.ts';
import { LoginRefusedError } from './login-refused.ts';
import { beginOperation } from './operation.ts';
import type { Caller, Operation } from './operation.ts';
import { pathProblem } from './path.ts';
import type { TokenCache } from './token-cache.ts';

/** `send` of one alias for one caller. */
export function createSend(channel: Channel, tokens: TokenCache, caller: Caller, now: () => number): Send {
  return async (request) => {
    checkRequest(channel.alias.name, request);
    const operation = beginOperation(channel.alias.name, channel.alias.limits.deadline, caller, now);
    try {
      return await sendAuthorised(channel, tokens, caller, operation, request, now);
    } catch (error) {
      // Whatever broke because time was up, or the caller gone, broke for that reason.
      throw operation.signal.aborted ? operation.signal.reason : error;
    } finally {
      operation.end();
    }
  };
}

async function sendAuthorised(
  channel: Channel,
  tokens: TokenCache,
  caller: Caller,
  operation: Operation,
  request: SendRequest,
  now: () => number,
): Promise<SendResponse> {
  const first = await credentialFor(channel, tokens, caller, operation, now);
  const answer = await perform(channel, operation, request, first);
  if (answer.status !== 401) return respond(channel, first, answer);
  // A 401 says that nothing was done, so that even a write may be sent again.
  const second = await replaceCredential(channel, tokens, caller, operation, first, now);
  if (!second) throw unauthorised(channel, first, answer);
  const again = await perform(channel, operation, request, second);
  if (again.status === 401) throw unauthorised(channel, second, again);
  return respond(channel, second, again);
}

function perform(
  channel: Channel,
  operation: Operation,
  request: SendRequest,
  credential: Credential,
): Promise<Answer> {
  const { origin, base } = splitAddress(credential.instance ?? channel.alias.url);
  const body = request.json === undefined ? null : JSON.stringify(request.json);
  const headers = {
    accept: 'application/json',
    'accept-encoding': ACCEPT_ENCODING,
    'user-agent': 'casegraph',
    ...(body === null ? {} : { 'content-type': 'application/json' }),
    ...request.headers,
    // Last: nothing that an adapter gives can replace the credential.
    ...credential.headers,
  };
  return channel.perform(operation, {
    purpose: 'data',
    method: request.method,
    origin,
    path: `${base}${request.path}`,
    idempotent: request.idempotent ?? request.method === 'GET',
    wholeText: request.wholeText === true,
    compose: () => ({ headers, body, secrets: credential.secrets }),
  });
}

function respond(channel: Channel, credential: Credential, answer: Answer): SendResponse {
  if (credential.token) credential.token.proven = true;
  return { ...answer, instance: credential.instance ?? channel.alias.url };
}

function unauthorised(channel: Channel, credential: Credential, answer: Answer): CasegraphError {
  const connection = channel.alias.name;
  const detail = describeAnswer(answer, credential.secrets);
  const message = `"${connection}" refused this gateway's credential.`;
  return new LoginRefusedError(message, { status: 401, error: '', description: '' }, { connection, detail });
}

/** Headers that belong to `send`, or that would change where a message ends. */
const OWN_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'connection',
  'content-length',
  'cookie',
  'host',
  'transfer-encoding',
]);

/** What is wrong here is a defect of the adapter, not of the request that it serves. */
function checkRequest(connection: string, request: SendRequest): void {
  const header = Object.keys(request.headers ?? {}).find((name) => OWN_HEADERS.has(name.toLowerCase()));
  const problem = pathProblem(request.path) ?? (header && `the header "${header}" is set by send`);
  if (!problem) return;
  throw new CasegraphError('internal', 'The request could not be made.', { connection, detail: problem });
}
