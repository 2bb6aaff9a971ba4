/** A refusal in the platform's words: `{"error":{"message","detail"},"status":"failure"}` (facts 1.5). */
export class ApiError extends Error {
  readonly status: number;
  readonly detail: string | null;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    detail: string | null,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.detail = detail;
    this.headers = headers;
  }
}

/** Whether the URL names no table; the platform says so whatever the credential. The detail is null in most recordings. */
export const invalidTable = (name: string): ApiError => new ApiError(400, `Invalid table ${name}`, null);

/** Recordings disagree on 400 or 404; the documentation's 400 is taken. */
export const unknownResource = (): ApiError =>
  new ApiError(400, 'Requested URI does not represent any resource', null);

export const unauthenticated = (): ApiError =>
  new ApiError(401, 'User Not Authenticated', 'Required to provide Auth information', {
    'WWW-Authenticate': 'BASIC realm="Service-now"',
  });

export const notFound = (): ApiError =>
  new ApiError(404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval");

export const operationFailed = (detail: string): ApiError => new ApiError(403, 'Operation Failed', detail);

export const aclFailure = (operation: 'Insert' | 'Update' | 'Delete'): ApiError =>
  operationFailed(`ACL Exception ${operation} Failed due to security constraints`);

export const queryNotAllowed = (): ApiError =>
  new ApiError(
    403,
    'Insufficient rights to query records',
    'Field(s) present in the query do not have permission to be read',
  );

export const apiLevelAcl = (): ApiError =>
  new ApiError(403, 'User Not Authorized', 'Failed API level ACL Validation');

export const businessRuleAbort = (table: string, rule: string, ruleId: string): ApiError =>
  operationFailed(
    `Operation against file '${table}' was aborted by Business Rule '${rule}^${ruleId}'. Business Rule Stack:${rule}`,
  );

export const dataPolicy = (labels: readonly string[]): ApiError =>
  operationFailed(`Data Policy Exception: The following fields are mandatory: ${labels.join(', ')}`);

/** The platform's words for unreadable JSON are not confirmed. */
export const badJson = (detail: string): ApiError =>
  new ApiError(400, 'Exception while reading request', detail);
