/** What one request may cost before anything runs, and how long it may take. Times in milliseconds. */
export interface Limits {
  /** Bytes of a request's body. */
  readonly bodyBytes: number;
  readonly tokens: number;
  /** Renamed fields, fragments expanded. */
  readonly aliases: number;
  /** Fields of the root type, fragments expanded. */
  readonly rootFields: number;
  /** Fields nested in fields, the root field being the first. */
  readonly depth: number;
  /** The same below `__schema` and `__type`: what GraphiQL asks is 15 deep. */
  readonly introspectionDepth: number;
  readonly directives: number;
  /** Fields, spreads and inline fragments, fragments expanded. */
  readonly selections: number;
  /** Lists and objects nested in one another, in arguments and in variables. */
  readonly inputDepth: number;
  /** An operation that has not been answered by then is given up. */
  readonly operationDeadline: number;
  /** For all headers to arrive. */
  readonly headersTimeout: number;
  /** For headers and body to arrive. */
  readonly requestTimeout: number;
  /** How often the two above are looked at. */
  readonly connectionsCheckingInterval: number;
  /** An idle connection is kept for this long. */
  readonly keepAliveTimeout: number;
  /** For the client to take the answer once it stands. */
  readonly responseTimeout: number;
  /** Bytes of all headers. */
  readonly headerBytes: number;
  /** Open connections. */
  readonly connections: number;
  /** Requests on one connection that await their answers (pipelining). */
  readonly pipelined: number;
  /** Subscriptions that run at once. */
  readonly streams: number;
  /** The same for one viewer. */
  readonly streamsPerViewer: number;
  /** How often a sign of life is sent on a subscription while nothing happens. */
  readonly heartbeat: number;
  /** How often the token of a subscription is looked at while nothing happens. */
  readonly streamCheck: number;
  /** For requests in flight to end when the gateway stops. */
  readonly drainTimeout: number;
}

/** The budgets of the documents held against the known attacks on Apollo Server while leaving room for a page of 100 rows with relations. */
export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 262_144,
  tokens: 2_000,
  aliases: 30,
  rootFields: 20,
  depth: 12,
  introspectionDepth: 20,
  directives: 20,
  selections: 2_000,
  inputDepth: 32,
  operationDeadline: 15_000,
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 10_000,
  responseTimeout: 30_000,
  headerBytes: 16_384,
  connections: 2_000,
  pipelined: 10,
  streams: 1_500,
  streamsPerViewer: 50,
  heartbeat: 12_000,
  streamCheck: 5_000,
  drainTimeout: 10_000,
};

/** The limits that a document is measured against. */
export type DocumentLimits = Pick<
  Limits,
  | 'tokens'
  | 'aliases'
  | 'rootFields'
  | 'depth'
  | 'introspectionDepth'
  | 'directives'
  | 'selections'
  | 'inputDepth'
>;
