import type { ProbeProblem } from '../../src/contract/index.ts';
import type { Answer } from './errors.ts';

interface Refusal {
  readonly what: string;
  readonly hint: string;
}

/** What a refused read of a table means. The texts are compared, never repeated. */
export function refusedRead(answer: Answer, object: string): ProbeProblem {
  const { status } = answer;
  const { what, hint } = status === 403 ? forbidden(textOf(answer.json), object) : (STATUS[status] ?? OTHER);
  return { message: `${status} on ${object}: ${what}.`, hint, unreadable: true };
}

const STATUS: Readonly<Record<number, Refusal>> = {
  400: {
    what: 'the instance has no such table, or no Table API',
    hint: "Correct the object of the table's @source, activate the plugin that brings the table, and check that the url of the connection is the instance's own.",
  },
  404: {
    what: 'the instance has no such address',
    hint: "Check that the url of the connection is the instance's own, without a path.",
  },
};

const OTHER: Refusal = {
  what: 'the instance refused to list it',
  hint: 'Read the table with the REST API Explorer as the same account; it shows the reason.',
};

/** All refusals are 403 and are told apart by their texts (facts 1.5, 4.4). */
function forbidden(text: string, object: string): Refusal {
  if (text.includes('unscoped api')) {
    return {
      what: 'the token has no auth scope',
      hint: 'Give the OAuth application the auth scope useraccount and set auth.scope to it, or give it a scope of your own that is bound to the Table, Aggregate and Batch APIs.',
    };
  }
  if (text.includes('api access scope')) {
    return {
      what: "the token's auth scope does not reach this API",
      hint: 'Bind the scope to the Table, Aggregate and Batch APIs (REST API Auth Scope), or give the OAuth application the scope useraccount.',
    };
  }
  if (text.includes('API level ACL')) {
    // That a table without web service access answers with this text, too, is not confirmed: both are named.
    return {
      what: 'the REST API does not open the table to the account',
      hint: `Grant the account a role that the REST_Endpoint ACL asks for, and switch on "Allow access to this table via web services" in the application access of ${object}.`,
    };
  }
  return {
    what: 'the account may not read it',
    hint: `Grant the account a role that the read ACL of ${object} asks for.`,
  };
}

function textOf(json: unknown): string {
  const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : undefined;
  const { message, detail } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  return [message, detail].filter((part) => typeof part === 'string').join(' ');
}
