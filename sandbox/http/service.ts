/** What each sandbox system is, to the listener that serves it, watches it and breaks it. */

export interface SandboxRequest {
  readonly method: string;
  /** Path and query exactly as they stood in the request line. */
  readonly target: string;
  /** Decoded path without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Address the client used, without a trailing slash: `https://127.0.0.1:8443`. */
  readonly origin: string;
}

export interface SandboxResponse {
  readonly status: number;
  /** A list is sent as repeated headers. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** A string or bytes are sent as they are, anything else as JSON. */
  readonly body?: unknown;
  /** Name of the user that the request acted as, for the watch; never sent. */
  readonly user?: string;
}

export interface Service {
  /** `servicenow`, `salesforce`, `identity`, `erp`, `shipping`, `incidentio`, `allquiet`. */
  readonly name: string;
  handle(request: SandboxRequest): SandboxResponse | Promise<SandboxResponse>;
  /** Routes of its own below `/__sandbox/`; undefined for those that it does not know. Neither watched nor broken. */
  control?(request: SandboxRequest): SandboxResponse | undefined;
  /** Ends what it does by itself, such as deliveries. A service is not served again after that. */
  close?(): Promise<void>;
}
