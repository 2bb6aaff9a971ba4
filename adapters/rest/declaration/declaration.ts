import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable } from '../../../src/contract/index.ts';
import type { Options } from './shape.ts';
import { OPTIONS } from './shape.ts';

export type Declaration = Options;

export interface Parsed {
  readonly declaration: Declaration | null;
  /** What is wrong with its shape, each with its place: `options.list.page.style: …`. */
  readonly faults: readonly string[];
}

/** Tables are frozen and compared by identity, so one is taken apart once. */
const known = new WeakMap<BoundTable, Parsed>();

export function parsed(table: BoundTable): Parsed {
  const before = known.get(table);
  if (before !== undefined) return before;
  const result = OPTIONS.safeParse(table.options);
  const made: Parsed = result.success
    ? { declaration: withHeaders(result.data), faults: [] }
    : { declaration: null, faults: result.error.issues.flatMap((issue) => faultsOf(issue, [])) };
  known.set(table, made);
  return made;
}

/** What is sent with every request stands in each of them. */
function withHeaders(options: Options): Declaration {
  const { headers: all, list, one, keys } = options;
  const withAll = <Request extends { readonly headers: Readonly<Record<string, string>> }>(
    request: Request,
  ): Request => ({ ...request, headers: { ...all, ...request.headers } });
  return {
    ...options,
    list: withAll(list),
    ...(one === undefined ? {} : { one: withAll(one) }),
    keys: keys.map(withAll),
  };
}

/** Declarations are checked at start; one that cannot be read here was never checked. */
export function declarationOf(table: BoundTable): Declaration {
  const { declaration, faults } = parsed(table);
  if (declaration === null)
    throw new CasegraphError('internal', `The declaration of ${table.name} cannot be read`, {
      connection: table.connection,
      detail: faults.join('; '),
    });
  return declaration;
}

interface Issue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly code?: string | undefined;
  readonly errors?: readonly (readonly Issue[])[];
}

/** Of an alternative, the branch that came furthest says best what is wrong. */
function faultsOf(issue: Issue, above: readonly PropertyKey[]): string[] {
  const place = [...above, ...issue.path];
  const branches = issue.code === 'invalid_union' ? (issue.errors ?? []) : [];
  const deepest = branches.filter((branch) =>
    branch.some(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  const [best] = deepest;
  if (best !== undefined) return best.flatMap((inner) => faultsOf(inner, place));
  return [`${['options', ...place.map(String)].join('.')}: ${issue.message}`];
}
