import { z } from 'zod';
import { LEAF_OPS } from '../../../src/contract/index.ts';
import { parsePath } from '../json-path.ts';

/** What the options of a source hold. Unknown names are refused, so that a misspelt option is not silently without effect. */

function object<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown ${issue.keys.map((key) => `"${key}"`).join(', ')}; known here: ${known}`
        : `expected an object with ${known}`,
  });
}

const name = z.string('expected a parameter name in quotes').min(1, 'a parameter needs a name').max(200);
const path = z
  .string('expected a JSON path in quotes, such as "data.items"')
  .refine(
    (text) => parsePath(text) !== null,
    'is no JSON path; write one such as "data.items" or "a.b[0].c"',
  );
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const value = z.union([scalar, z.array(scalar)], 'expected a text, a number, a boolean, or a list of them');

/** An object, or a list of `{ name, value }` for names that SDL has no words for: `filter[state]`, `x-api-version`. */
function named<Value>(key: z.ZodType<string, string>, of: z.ZodType<Value>, expected: string) {
  const pairs = z.array(object({ name: key, value: of })).transform((list) => {
    const given = list as readonly { readonly name: string; readonly value: Value }[];
    return Object.fromEntries(given.map(({ name: left, value: right }): [string, Value] => [left, right]));
  });
  return z.union([z.record(key, of), pairs], expected);
}

const query = named(
  name,
  value,
  'expected parameters: { state: "open" } or [{ name: "filter[state]", value: "open" }]',
);
const lists = z.enum(['repeat', 'comma'], 'expected "repeat" (a=1&a=2) or "comma" (a=1,2)');
/** Of `send`, of the connection, or such that would change where a message ends. */
const OWN_HEADERS =
  /^(?:authorization|proxy-.*|cookie|host|connection|content-length|transfer-encoding|te|trailer|upgrade|expect|accept-encoding|keep-alive)$/;
const headerName = z
  .string()
  .regex(/^[a-z0-9!#$%&'*+.^_`|~-]{1,100}$/, 'a header is named in lower case, such as "x-api-version"')
  .refine((header) => !OWN_HEADERS.test(header), 'this header is the connection\'s own; see its "auth"');
const headerValue = z
  .string("expected the header's value in quotes")
  .regex(/^(?:[!-~](?:[ -~]{0,998}[!-~])?)?$/, "a header's value is one line of printable ASCII")
  .refine(
    (text) => !/\{keys?\}/.test(text),
    'a header is sent as it stands; put keys into path, query or body',
  );
const headers = named(headerName, headerValue, 'expected headers: [{ name: "x-api-version", value: "2" }]');
const most = z.int('expected a whole number').min(1, 'expected a number from 1').max(10_000, 'at most 10000');

/** Parts of every request. */
const request = {
  path: z.string('expected a path in quotes, such as "/v2/incidents"'),
  method: z.enum(['GET', 'POST'], 'expected "GET" or "POST"').default('GET'),
  query: query.default({}),
  body: z.json().optional(),
  /** Sent as they stand, with those of all requests. */
  headers: headers.default({}),
};

export const PAGE_STYLES = ['offset', 'page', 'cursor', 'link', 'none'] as const;

const page = object({
  style: z.enum(PAGE_STYLES, `unknown page style; expected one of ${PAGE_STYLES.join(', ')}`),
  size: most.optional(),
  sizeParam: name.optional(),
  offsetParam: name.optional(),
  pageParam: name.optional(),
  /** Number of the first page. */
  first: z.int().min(0).max(1).default(1),
  cursorParam: name.optional(),
  /** Where an answer holds the next cursor, or the next address. */
  next: path.optional(),
  /** Where an answer says whether there is more: a boolean. */
  more: path.optional(),
  /** Where an answer says how many rows match: a whole number. */
  total: path.optional(),
  /** Where next addresses may lead besides the list's own path. */
  under: z.string().optional(),
  /** The service never gives fewer rows than asked for while there are more. */
  short: z.literal('last', 'expected "last"').optional(),
});

const filter = z.union(
  [name, object({ param: name, list: lists.optional(), value: scalar.optional(), max: most.optional() })],
  'expected a parameter name, or { param, list, value, max }',
);

type Operator = (typeof LEAF_OPS)[number];
const operators: z.ZodType<Partial<Record<Operator, z.output<typeof filter>>>> = z.strictObject(
  Object.fromEntries(LEAF_OPS.map((op) => [op, filter.optional()])),
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown ${issue.keys.map((key) => `"${key}"`).join(', ')}; expected an operator: ${LEAF_OPS.join(', ')}`
        : 'expected an object of operators, such as { eq: "status" }',
  },
);

const order = object({
  param: name,
  columns: z.record(z.string(), object({ asc: z.string(), desc: z.string() })),
  /** Between the words of several columns, where the upstream sorts by several. */
  separator: z.string().min(1).optional(),
  /** Rows that are equal in the column come by ascending key. */
  ties: z.literal('key', 'expected "key"').optional(),
  /** Sent when no order is asked for. */
  default: z.string().optional(),
});

const keys = object({
  ...request,
  column: z.string('expected the name of a column'),
  rows: path.optional(),
  max: most.default(1_000),
  list: lists.default('repeat'),
  page: page.optional(),
});

export const OPTIONS = object({
  list: object({
    ...request,
    rows: path.optional(),
    page,
    filters: z.record(z.string(), operators).default({}),
    order: order.optional(),
  }),
  one: object({
    ...request,
    row: path.optional(),
    /** Statuses that mean that there is no such row. */
    missing: z.array(z.int().min(400).max(499)).default([404]),
  }).optional(),
  keys: z.union([z.array(keys), keys.transform((single) => [single])]).default([]),
  choices: z.record(z.string(), object({ value: path, label: path })).default({}),
  headers: headers.default({}),
});

export type Options = z.output<typeof OPTIONS>;
export type PageRule = z.output<typeof page>;
export type KeyList = z.output<typeof keys>;
export type Single = NonNullable<Options['one']>;

/** What every request of a declaration has. */
export interface RequestTemplate {
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly query: Readonly<Record<string, z.output<typeof scalar> | readonly z.output<typeof scalar>[]>>;
  readonly body?: unknown;
  readonly headers: Readonly<Record<string, string>>;
}
