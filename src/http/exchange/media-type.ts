export const JSON_TYPE = 'application/json; charset=utf-8';
export const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/**
 * The media type for an answer that does not come from Apollo, which chooses by the same rule: the one that `accept` weighs higher,
 * plain JSON where they weigh the same or nothing is said.
 */
export function answerType(accept: string | undefined): string {
  if (accept === undefined) return JSON_TYPE;
  const weights = new Map(accept.split(',').map(rangeAndWeight));
  const any = weights.get('application/*') ?? weights.get('*/*') ?? 0;
  const json = weights.get('application/json') ?? any;
  const graphql = weights.get('application/graphql-response+json') ?? any;
  return graphql > json ? GRAPHQL_TYPE : JSON_TYPE;
}

function rangeAndWeight(part: string): [string, number] {
  const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  const number = weight === undefined ? 1 : Number(weight.slice(2));
  return [range, Number.isFinite(number) ? number : 0];
}
