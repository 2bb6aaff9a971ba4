/** What can be chosen where the adapter is made; a table may choose otherwise for itself (`service.ts`). All have defaults. */
export interface ODataOptions {
  /** Version of the protocol. Default: 4. */
  readonly version?: 4 | 2;
  /** Root of the service below the connection's address: `/sap/opu/odata4/sap/invoices/0001`. Default: the address itself. */
  readonly path?: string;
  /** Most bytes that a request target (path and query string, encoded) may have. Default: 8,000, which most servers take. */
  readonly maxTargetBytes?: number;
  /** Rows per page that the service is asked for. Default: 1,000. */
  readonly pageSize?: number;
}

export type Settings = Required<ODataOptions>;

const LEAST_TARGET = 512;
const MOST_TARGET = 65_536;
const MOST_ROWS = 10_000;
const ROOT = /^(?:\/(?:[A-Za-z0-9_~!$&'()*+,;=:@.-]|%[0-9A-Fa-f]{2})+)*$/;

/** Throws RangeError, for whoever configures the gateway. */
export function settingsOf(options: ODataOptions): Settings {
  const { version = 4, path = '', maxTargetBytes = 8_000, pageSize = 1_000 } = options;
  if (!isVersion(version)) throw new RangeError(`OData version ${String(version)}: expected 4 or 2`);
  if (!isRoot(path)) {
    throw new RangeError(
      `OData path ${JSON.stringify(path)}: expected one such as "/odata/v4/invoices", without a slash at its end`,
    );
  }
  requireWhole('maxTargetBytes', maxTargetBytes, LEAST_TARGET, MOST_TARGET);
  requireWhole('pageSize', pageSize, 1, MOST_ROWS);
  return { version, path, maxTargetBytes, pageSize };
}

export function isVersion(value: unknown): value is 4 | 2 {
  return value === 4 || value === 2;
}

/** Paths are put before every request, so nothing in them may climb out or start a query. */
export function isRoot(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    ROOT.test(value) &&
    !/%(?:2e|2f|5c)/i.test(value) &&
    !value.split('/').some((segment) => segment === '.' || segment === '..')
  );
}

function requireWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`OData ${name} ${value}: expected a whole number from ${least} to ${most}`);
}
