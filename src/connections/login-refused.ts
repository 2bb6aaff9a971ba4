import { CasegraphError } from '../contract/index.ts';
import type { ErrorDetails, LoginRefusal } from '../contract/index.ts';

/** A login that was refused, with what was said, for those who look for the reason. */
export class LoginRefusedError extends CasegraphError {
  /** Status 0: the request for the token could not be made. */
  readonly refusal: LoginRefusal;

  constructor(message: string, refusal: LoginRefusal, details: ErrorDetails) {
    super('upstream-unauthorized', message, details);
    this.refusal = refusal;
  }
}
