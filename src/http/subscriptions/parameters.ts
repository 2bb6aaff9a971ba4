import { HttpRefusal } from '../exchange/refusal.ts';

export interface StreamParameters {
  readonly text: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>> | null;
}

/** The parts of a request for a stream. Throws HttpRefusal that says what is missing. */
export function streamParameters(body: unknown): StreamParameters {
  const { query, operationName = null, variables = null } = isRecord(body) ? body : {};
  if (typeof query !== 'string') throw invalid('Send {"query": "subscription { … }"}.');
  if (operationName !== null && typeof operationName !== 'string')
    throw invalid('operationName is not text.');
  if (variables !== null && !isRecord(variables)) throw invalid('variables are not an object.');
  return { text: query, operationName, variables };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(message: string): HttpRefusal {
  return new HttpRefusal(400, 'BAD_USER_INPUT', message);
}
