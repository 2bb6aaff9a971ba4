/** What can be chosen where the adapter is made. All have defaults. */
export interface SalesforceOptions {
  /** Version of the REST API: `v62.0`. */
  readonly apiVersion?: string;
  /**
   * Bytes kept free for request headers, the access token among them. Salesforce bounds address and headers together (see below), so a
   * connection whose tokens are long JWTs may need more.
   */
  readonly headerReserve?: number;
}

export interface Settings {
  /** `/services/data/v62.0` */
  readonly base: string;
  /** Most bytes a request target (path and query string, encoded) may have. */
  readonly targetBytes: number;
}

/** Address and headers together: 16,384 bytes, beyond which Salesforce answers 414 or 431 (help article 000386264). */
const ADDRESS_AND_HEADERS = 16_384;
const HEADER_RESERVE = 2_560;
const REQUEST_LINE = 'GET  HTTP/1.1\r\n'.length;
const LEAST_TARGET = 1_024;

/** Throws RangeError, for whoever configures the gateway. */
export function settingsOf(options: SalesforceOptions): Settings {
  const { apiVersion = 'v62.0', headerReserve = HEADER_RESERVE } = options;
  if (!/^v\d{2,3}\.0$/.test(apiVersion)) {
    throw new RangeError(
      `Salesforce API version ${JSON.stringify(apiVersion)}: expected a version such as "v62.0"`,
    );
  }
  const targetBytes = ADDRESS_AND_HEADERS - REQUEST_LINE - headerReserve;
  if (!Number.isSafeInteger(headerReserve) || headerReserve < 0 || targetBytes < LEAST_TARGET) {
    throw new RangeError(
      `Salesforce headerReserve ${headerReserve}: expected whole bytes, at most ${ADDRESS_AND_HEADERS - REQUEST_LINE - LEAST_TARGET}`,
    );
  }
  return { base: `/services/data/${apiVersion}`, targetBytes };
}
