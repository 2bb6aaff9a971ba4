export interface GraphQLOptions {
  /** Path of the service below the connection's address. Default: `/graphql`. */
  readonly path?: string;
  /** Most bytes of one request, document and variables together. Default: 60,000. */
  readonly maxBytes?: number;
}

export type Settings = Required<GraphQLOptions>;

/** Throws RangeError for options that cannot be. */
export function settingsOf({ path = '/graphql', maxBytes = 60_000 }: GraphQLOptions): Settings {
  if (!/^\/[\w\-.~%/]*$/.test(path) || path.startsWith('//'))
    throw new RangeError(`path is ${JSON.stringify(path)}; expected a path such as "/graphql"`);
  if (!Number.isSafeInteger(maxBytes) || maxBytes < 2_000)
    throw new RangeError(`maxBytes is ${maxBytes}; expected a whole number from 2000`);
  return { path, maxBytes };
}
