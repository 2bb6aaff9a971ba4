import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { maskBody } from './mask-body.ts';
import { maskCallPath } from './mask-path.ts';
import { judgeOf, PERSONAL } from './personal-names.ts';

const judge = judgeOf(PERSONAL);

describe('names', () => {
  it.each([
    'email',
    'Email',
    'contact.email',
    'u_email_2',
    'PersonEmail',
    'emailaddress',
    'first_name',
    'FirstName',
    'firstName',
    'opened_by.last_name',
    'u_last_name',
    'MobilePhone',
    'mobile_phone',
    'homephone',
    'MailingStreet',
    'city',
    'BillingCity',
    'zip',
    'PostalCode',
    'birthdate',
    'user_name',
    'Username',
  ])('%s is personal', (name) => expect(judge(name)).toBe('personal'));

  it.each(['access_token', 'client_secret', 'password', 'apiKey', 'X-Api-Key', 'authorization', 'assertion'])(
    '%s is secret',
    (name) => expect(judge(name)).toBe('secret'),
  );

  it.each([
    'number',
    'sys_id',
    'short_description',
    'capacity',
    'velocity',
    'name',
    'state',
    'AccountId',
    'priority',
    'zipped',
  ])('%s is neither', (name) => expect(judge(name)).toBeNull());
});

describe('paths', () => {
  it.each<[string, string]>([
    [
      '/api/now/table/incident?sysparm_fields=number,caller_id.email&sysparm_limit=5',
      '/api/now/table/incident?sysparm_fields=number,caller_id.email&sysparm_limit=5',
    ],
    [
      '/api/now/table/x?sysparm_query=active%3Dtrue%5EORDERBYnumber',
      '/api/now/table/x?sysparm_query=active%3Dtrue%5EORDERBYnumber',
    ],
    [
      '/x?sysparm_query=active%3Dtrue%5Efirst_nameLIKEAda%5EORlast_name%3DLovelace',
      '/x?sysparm_query=active%3Dtrue%5Efirst_name***%5EORlast_name***',
    ],
    ['/x?sysparm_query=first_nameSTARTSWITHAda', '/x?sysparm_query=first_name***'],
    ['/x?email=ada%40example.com&a=1', '/x?email=***&a=1'],
    ['/x?token=abc&a=1', '/x?token=***&a=1'],
    ['/users/ada%40example.com/deals', '/users/***/deals'],
    [
      "/x?q=SELECT+Id,Email+FROM+Contact+WHERE+AccountId+IN+('001A')",
      "/x?q=SELECT+Id,Email+FROM+Contact+WHERE+AccountId+IN+('001A')",
    ],
    [
      "/x?q=SELECT+Id+FROM+Contact+WHERE+LastName+=+'Lovelace'",
      "/x?q=SELECT+Id+FROM+Contact+WHERE+LastName+%3D+'***'",
    ],
    ["/Debtors?$filter=contains(Email,'ada')", "/Debtors?$filter=contains(Email%2C'***')"],
    ['/x?filter=lastName==Lovelace;state==open', '/x?filter=lastName%3D%3D***%3Bstate%3D%3Dopen'],
    ['/x?search=ada@example', '/x?search=***'],
    ['/x?q=%E0%A4%A', '/x?q=***'],
  ])('%s', (path, expected) => expect(maskCallPath(path, judge)).toBe(expected));
});

describe('bodies', () => {
  it.each<[string, string]>([
    [
      '{"result":[{"number":"CS1","contact.email":"ada@x.io","state":3}]}',
      '{"result":[{"number":"CS1","contact.email":"***","state":3}]}',
    ],
    ['{"Email":{"value":"a","display_value":"b"},"Id":"1"}', '{"Email":"***","Id":"1"}'],
    ['{"phone":["1","2"],"id":[1,{"last_name":"L"}]}', '{"phone":"***","id":[1,{"last_name":"***"}]}'],
    ['{"note":"call ada@x.io or +44 20 7946 0958"}', '{"note":"call *** or ***"}'],
    ['{"access_token":"abc","expires_in":10}', '{"access_token":"***","expires_in":10}'],
    ['{"email":"ada@x.i', '{"email":"***"'],
    ['{"a":"ada@x', '{"a":"***"'],
    ['{"first_name":null,"active":true}', '{"first_name":null,"active":true}'],
    ['{"a":"ada\\u0040x.io"}', '{"a":"***"}'],
    [
      '{"url":"v60.0/query?q=SELECT Id FROM Contact WHERE Phone = \'123\'"}',
      '{"url":"v60.0/query?q=SELECT+Id+FROM+Contact+WHERE+Phone+%3D+\'***\'"}',
    ],
    [
      '{"query":"query ($v0: String) { users(where: {lastName: $v0}) { id } }","variables":{"v0":"Lovelace"}}',
      '{"query":"query ($v0: String) { users(where: {lastName: $v0}) { id } }","variables":"***"}',
    ],
    [
      '{"query":"{ invoices { id } }","variables":{"v0":"7"}}',
      '{"query":"{ invoices { id } }","variables":{"v0":"7"}}',
    ],
    [`{"body":"${'QWRh'.repeat(30)}"}`, '{"body":"***"}'],
    ['<user><mail>ada@x.io</mail></user>', '<user><mail>***</mail></user>'],
  ])('%s', (body, expected) => expect(maskBody(body, judge)).toBe(expected));

  it('hold nothing of what stands under such names, wherever they are cut', () => {
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('SECRETADA'),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('value', 'display', 'x"y', 'b\\'), tie('any'), { maxKeys: 3 }),
      ),
    })).any;
    const record = fc.record({
      number: fc.string(),
      state: fc.anything(),
      email: value,
      'a.last_name': value,
      id: fc.integer(),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 3 }), fc.nat(2000), fc.boolean(), (rows, cut, spaced) => {
        const text = JSON.stringify({ result: rows }, null, spaced ? 2 : 0);
        expect(maskBody(text.slice(0, cut), judge)).not.toContain('SECRETADA');
      }),
      { numRuns: 1000 },
    );
  });
});
