import { describe, expect, it } from 'vitest';
import { checkSync } from './check-sync.ts';
import { syncSchema } from './schema/sync.ts';

const servicenow = { adapter: 'servicenow', identity: 'viewer', auth: { grant: 'jwt-bearer' } };
const on = { notes: { enabled: true } };

describe('work notes need an instance that the gateway itself can log in to', () => {
  const asAccount = { ...servicenow, auth: { grant: 'jwt-bearer', subject: 'casegraph' } };

  it.each<[string, object]>([
    ['off, whatever else is there', { connections: {} }],
    ['off, though the connection has no account', { connections: { servicenow } }],
    [
      'on, at an instance that each viewer logs in to, with an account',
      { sync: on, connections: { servicenow: asAccount } },
    ],
    [
      'on, at an instance that one account logs in to',
      {
        sync: on,
        connections: { servicenow: { adapter: 'servicenow', auth: { grant: 'client-credentials' } } },
      },
    ],
    [
      'on, at an instance of another name',
      { sync: { ...on, connection: 'desk' }, connections: { desk: asAccount } },
    ],
    ['connections that are no list: that is said elsewhere', { sync: on, connections: 'none' }],
    ['no configuration at all', {}],
  ])('nothing is wrong: %s', (_, raw) => {
    expect(checkSync(raw)).toEqual([]);
  });

  it.each<[string, object, object]>([
    [
      'a connection that is not there, with the one that was meant',
      { sync: { ...on, connection: 'servicnow' }, connections: { servicenow: asAccount } },
      {
        path: ['sync', 'connection'],
        message: 'names the connection "servicnow", which is not there',
        hint: expect.stringContaining('servicenow') as string,
      },
    ],
    [
      'the connection that is meant where none is named',
      { sync: on, connections: { desk: asAccount } },
      { path: ['sync', 'connection'], message: expect.stringContaining('"servicenow"') as string },
    ],
    [
      'a system of another kind',
      { sync: { ...on, connection: 'crm' }, connections: { crm: { adapter: 'salesforce' } } },
      { path: ['sync', 'connection'], message: 'names "crm", which is no ServiceNow instance' },
    ],
    [
      'an instance that only viewers log in to',
      { sync: on, connections: { servicenow } },
      { path: ['connections', 'servicenow', 'auth', 'subject'], message: 'is missing' },
    ],
  ])('%s', (_, raw, finding) => {
    expect(checkSync(raw)).toEqual([expect.objectContaining(finding)]);
  });
});

describe('a term leaves room for the longest write', () => {
  const parse = (notes: object, lease: object) => syncSchema().safeParse({ notes, lease });

  it.each([
    ['as it is by itself', {}, {}],
    ['with nothing to spare', { writeDeadline: 5, drain: 5 }, { term: 24, margin: 1 }],
    ['short', { writeDeadline: 0.4, drain: 0.2 }, { term: 1.6, margin: 0.05 }],
  ])('%s', (_, notes, lease) => {
    expect(parse(notes, lease).error).toBeUndefined();
  });

  it.each([
    ['a term that is a little too short', { writeDeadline: 5, drain: 5 }, { term: 23.9, margin: 1 }],
    ['a longer deadline', { writeDeadline: 13, drain: 5 }, {}],
    ['a longer drain', { writeDeadline: 5, drain: 13 }, {}],
    ['clocks that are further off', {}, { margin: 3 }],
  ])('%s is refused, at the term, with what it has to be', (_, notes, lease) => {
    const issues = parse(notes, lease).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [path, message])).toEqual([
      [['lease', 'term'], expect.stringMatching(/^must be at least twice as long as .*writeDeadline.*drain/)],
    ]);
  });
});
