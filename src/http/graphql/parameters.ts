import { HttpRefusal } from '../exchange/refusal.ts';

/** The parts of a GraphQL request that are looked at before it goes on. What is missing or misshapen, the executor words. */
export interface Parameters {
  /** The document; `undefined` where the request holds none. */
  readonly text: string | undefined;
  readonly variables: unknown;
  readonly extensions: unknown;
}

export function bodyParameters(body: unknown): Parameters {
  if (Array.isArray(body)) {
    throw new HttpRefusal(400, 'BAD_USER_INPUT', 'Send one operation per request: batches are not taken.');
  }
  if (typeof body !== 'object' || body === null)
    return { text: undefined, variables: undefined, extensions: undefined };
  const { query, variables, extensions } = body as Record<string, unknown>;
  return { text: typeof query === 'string' ? query : undefined, variables, extensions };
}

export function searchParameters(search: string): Parameters {
  const parameters = new URLSearchParams(search);
  const json = (name: string): unknown => {
    try {
      return JSON.parse(parameters.get(name) ?? 'null');
    } catch {
      return undefined;
    }
  };
  return {
    text: parameters.get('query') ?? undefined,
    variables: json('variables'),
    extensions: json('extensions'),
  };
}
