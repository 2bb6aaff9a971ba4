/** What was decided about a document, whoever sends it. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly introspects: boolean }
  /** Not GraphQL: the executor words the syntax error, with its place. */
  | { readonly kind: 'syntax' }
  | { readonly kind: 'refused'; readonly message: string };

/** A number as it stands in a message; what is counted can grow beyond all bounds. */
export function counted(count: number): string {
  return count > 1_000_000 ? 'more than a million' : String(count);
}

export function overLimit(what: string, limit: number, found: string): Verdict {
  return {
    kind: 'refused',
    message: `The operation is too complex: at most ${limit} ${what} are allowed, this one has ${found}.`,
  };
}
