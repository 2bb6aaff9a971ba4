/** A request for a token, less its address. */
export interface TokenForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** What must not be seen in logs should the upstream repeat it. */
  readonly secrets: readonly string[];
}

/** What a form is made from besides the configuration. */
export interface FormContext {
  /** The viewer, where the identity is the viewer's; else `null`. */
  readonly subject: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The refresh token that came with the latest answer, if one did. */
  readonly refreshToken: string | null;
}

/** Without the fields that are not set. */
export function fields(pairs: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const set = Object.entries(pairs).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return Object.fromEntries(set);
}
