import { GraphQLError, Kind, valueFromASTUntyped, type GraphQLScalarTypeConfig } from 'graphql';

/** What a scalar does; its name and description stand in the SDL. */
type Scalar = Required<
  Pick<GraphQLScalarTypeConfig<unknown, unknown>, 'serialize' | 'parseValue' | 'parseLiteral'>
>;

/** A scalar that is text with a fixed form; what adapters give is trusted to have it already. */
function textScalar(
  name: string,
  form: RegExp,
  example: string,
  normalise: (text: string) => string | null,
): Scalar {
  const parse = (value: unknown): string => {
    const result = typeof value === 'string' && form.test(value) ? normalise(value) : null;
    if (result === null) {
      throw new GraphQLError(`${name} is written like ${example}.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    return result;
  };
  return {
    serialize: (value) => value,
    parseValue: parse,
    parseLiteral: (node) =>
      parse(
        node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : null,
      ),
  };
}

const asIs = (text: string): string => text;

/** The calendar has such a day: 2026-02-30 is refused. */
function realDay(text: string): string | null {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

function utc(text: string): string | null {
  if (realDay(text.slice(0, 10)) === null) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

export const SCALARS: Readonly<Record<string, Scalar>> = {
  Decimal: textScalar('Decimal', /^-?\d{1,30}(\.\d{1,30})?$/, '"1250.00"', asIs),
  DateTime: textScalar(
    'DateTime',
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/,
    '"2026-11-22T13:45:00Z"',
    utc,
  ),
  Date: textScalar('Date', /^\d{4}-\d\d-\d\d$/, '"2026-11-22"', realDay),
  Time: textScalar('Time', /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, '"13:45:00"', asIs),
  URL: textScalar('URL', /^https?:\/\/\S+$/, '"https://example.com/"', asIs),
  Duration: {
    serialize: (value) => value,
    parseValue: wholeSeconds,
    parseLiteral: (node) => wholeSeconds(node.kind === Kind.INT ? Number(node.value) : null),
  },
  JSON: {
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  },
};

function wholeSeconds(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new GraphQLError('Duration is a whole number of seconds.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
