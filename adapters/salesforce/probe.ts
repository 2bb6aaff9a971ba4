import type { BoundTable, Call, LoginRefusal, ProbeProblem, SendResponse } from '../../src/contract/index.ts';
import { failureOf } from './answer/failure.ts';
import { isObject, notSalesforce } from './answer/shape.ts';
import { isParentPath } from './names.ts';
import { plan } from './plan.ts';
import { read } from './read.ts';
import type { Settings } from './settings.ts';

/**
 * What the user lacks to read the object. The description of an object shows what its reader may see, so that all missing fields are found at
 * once: a query names the first only. The query comes after, for fields of parents and for what else may stand in its way.
 */
export async function probe(
  settings: Settings,
  table: BoundTable,
  call: Call,
): Promise<readonly ProbeProblem[]> {
  const response = await call.send({
    method: 'GET',
    path: `${settings.base}/sobjects/${table.object}/describe`,
  });
  if (response.status === 404) return [noObject(table)];
  if (response.status > 299) return [refused(response, table)];
  const { visible, queryable } = described(response, table);
  if (!queryable) return [notQueryable(table)];
  const columns = [...table.columns.values()];
  const hidden = columns.filter(
    ({ upstream }) => !isParentPath(upstream) && !visible.has(upstream.toLowerCase()),
  );
  const problems =
    hidden.length === 0
      ? []
      : [
          noFields(
            table,
            hidden.map(({ upstream }) => upstream),
          ),
        ];
  const select = {
    columns: columns.filter((column) => !hidden.includes(column)).map(({ name }) => name),
    joins: {},
  };
  await read(settings, table, plan(table, { select, filter: null, order: [], limit: 1 }), call);
  return problems;
}

interface Description {
  /** Field names in lower case. */
  readonly visible: ReadonlySet<string>;
  readonly queryable: boolean;
}

function described({ json }: SendResponse, table: BoundTable): Description {
  if (!isObject(json) || !Array.isArray(json['fields'])) throw notSalesforce(table, 'describe: no fields');
  const names = json['fields'].flatMap((field: unknown) =>
    isObject(field) && typeof field['name'] === 'string' ? [field['name'].toLowerCase()] : [],
  );
  return { visible: new Set(names), queryable: json['queryable'] !== false };
}

/** Salesforce says the same of an object that does not exist and of one that the user has no permission for. */
function noObject({ name, object }: BoundTable): ProbeProblem {
  return {
    message: `Salesforce shows the user no object ${object}.`,
    hint: `Grant the integration user Read on ${object} by a permission set, or correct the object of ${name}: custom objects end in __c.`,
    unreadable: true,
  };
}

function notQueryable({ object }: BoundTable): ProbeProblem {
  return {
    message: `${object} cannot be queried.`,
    hint: 'It can only be read through another object; declare that one.',
    unreadable: true,
  };
}

function noFields({ name, object }: BoundTable, fields: readonly string[]): ProbeProblem {
  return {
    message: `Salesforce shows the user no ${fields.length === 1 ? 'field' : 'fields'} ${fields.join(', ')} of ${object}; every query that asks for ${fields.length === 1 ? 'it' : 'one of them'} fails.`,
    hint: `Grant field-level read access by a permission set, or correct the columns of ${name}: custom fields end in __c.`,
  };
}

/** Codes of answers that say more than their status. */
const REFUSALS: Readonly<Record<string, string>> = {
  API_DISABLED_FOR_ORG:
    'Give the integration user the permission "API Enabled"; editions without API access need it as an add-on.',
  REQUEST_LIMIT_EXCEEDED: "The org's API calls of the day are used up: wait, or raise the limit.",
  INSUFFICIENT_ACCESS: 'Give the integration user a permission set with Read on the object.',
};

function refused(response: SendResponse, table: BoundTable): ProbeProblem {
  const { json, status } = response;
  const first: unknown = Array.isArray(json) ? json[0] : undefined;
  const code = isObject(first) && typeof first['errorCode'] === 'string' ? first['errorCode'] : '';
  const hint = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  if (hint === undefined) throw failureOf(response, table);
  return { message: `${status} ${code} on ${table.object}.`, hint, unreadable: true };
}

/** What the token endpoint is known to say (facts 1.3), by a part of its text. */
const LOGINS: readonly (readonly [part: RegExp, hint: string])[] = [
  [
    /audience/i,
    'auth.audience is not the one of this org: https://login.salesforce.com for production, https://test.salesforce.com for a sandbox, the site address for an Experience site.',
  ],
  [
    /client identifier invalid|invalid_client_id/i,
    "auth.issuer (JWT bearer) or auth.clientId is not the consumer key of an app of this org; a new app takes some minutes to be known, and a sandbox's is its own.",
  ],
  [
    /invalid assertion/i,
    'The signature does not fit: auth.key must be the private key of the certificate that was uploaded to the app. The clock of this machine may also be wrong.',
  ],
  [/expired authorization code/i, 'The assertion was too old when it came: set the clock of this machine.'],
  [
    /not admin approved|invalid_app_access/i,
    'Assign the user to the app: a permission set or profile under the policy "Admin approved users are pre-authorized".',
  ],
  [
    /hasn't approved this consumer/i,
    'auth.subject is no active user of this org, or is not pre-authorised: check the user name, that the user is active, the policy "Admin approved users are pre-authorized", and that the token endpoint is this org\'s.',
  ],
  [
    /no client credentials user/i,
    'Name a "Run As" user for the client credentials flow in the app, and use the My Domain address.',
  ],
  [/invalid client credentials/i, 'auth.clientSecret is not the consumer secret of the app.'],
  [
    /ip (address )?restricted/i,
    "The address of this machine is not in the login IP ranges of the user's profile: add it, or relax the IP restrictions of the app.",
  ],
  [/inactive user/i, 'Activate the user, or name another one.'],
  [
    /LOGIN_RATE_EXCEEDED|login rate/i,
    'The user has logged in more than 3,600 times in an hour: wait, and look for what asks so often.',
  ],
  [
    /grant type not supported|unsupported_grant_type/i,
    'Switch on the OAuth flow of auth.grant in the app, and check that tokenUrl ends in /services/oauth2/token.',
  ],
];

export function explainLogin({ error, description }: LoginRefusal): string | null {
  const said = `${error} ${description}`;
  return LOGINS.find(([part]) => part.test(said))?.[1] ?? null;
}
