/** Why an action was not carried out, for the user to mend. Codes are those of the schema's UserErrorCode. */
export interface Refusal {
  readonly code:
    | 'FORBIDDEN'
    | 'NOT_FOUND'
    | 'INVALID_INPUT'
    | 'INVALID_STATE'
    | 'ALREADY_ASSOCIATED'
    | 'CONFLICT'
    | 'NOT_ACCEPTED'
    | 'UNAVAILABLE';
  readonly message: string;
  /** Path of the input field it is about. */
  readonly field?: readonly string[];
}
