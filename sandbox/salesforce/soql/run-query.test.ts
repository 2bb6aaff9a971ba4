import { describe, expect, test } from 'vitest';
import { Store } from '../data/store.ts';
import { createDictionary } from '../dictionary/dictionary.ts';
import { ID, NOW, testWorld } from '../test-world.ts';
import type { QueryContext } from './context.ts';
import { runQuery } from './run-query.ts';
import { SoqlError } from './soql-error.ts';

const world = testWorld();
const store = new Store(world, createDictionary(world));
const context: QueryContext = {
  store,
  now: NOW,
  userId: ID.ann,
  sees: () => true,
  version: '62.0',
  includeDeleted: false,
};

const rows = (soql: string, more: Partial<typeof context> = {}) =>
  runQuery(soql, { ...context, ...more }).page(0, 2_000).records;
const names = (soql: string) => rows(soql).map((row) => row['Name']);

function refusal(soql: string, more: Partial<typeof context> = {}): string {
  try {
    runQuery(soql, { ...context, ...more });
  } catch (error) {
    if (error instanceof SoqlError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

const opportunities = (where: string) => names(`SELECT Name FROM Opportunity WHERE ${where} ORDER BY Id`);

describe('WHERE', () => {
  test.each<[string, string[]]>([
    ["Name = 'THREE'", ['three']],
    ["Name != 'One'", ['Two', 'three', 'Four', 'Five']],
    ["Name LIKE 'F%'", ['Four', 'Five']],
    ["Name LIKE '_wo'", ['Two']],
    ["NOT Name LIKE '%e'", ['Two', 'Four']],
    ["Name > 'one'", ['Two', 'three']],
    ["Name IN ('one', 'two', 'TWO')", ['One', 'Two']],
    ["Name NOT IN ('one', 'two')", ['three', 'Four', 'Five']],
    ['Amount = null', ['three']],
    ['Amount != null', ['One', 'Two', 'Four', 'Five']],
    ['Amount != 50', ['One', 'Two', 'three', 'Five']],
    ['Amount > 0', ['One', 'Two', 'Four']],
    ['Amount <= 50', ['Four', 'Five']],
    ['Amount IN (0, 50, null)', ['three', 'Four', 'Five']],
    ['NOT (Amount > 60)', ['three', 'Four', 'Five']],
    ['IsClosed = true', ['Two', 'three']],
    ['IsClosed = null', ['One', 'Four', 'Five']],
    ['IsWon != false', ['Two']],
    ["AccountId = ''", ['Five']],
    ['AccountId = null', ['Five']],
    [`AccountId = '${ID.acme.slice(0, 15)}'`, ['One', 'Two', 'three']],
    [`AccountId != '${ID.acme}'`, ['Four', 'Five']],
    [`AccountId IN ('${ID.acme}', '${ID.bolt}') AND Amount > 60`, ['One', 'Two']],
    [`Id IN ('${ID.o1}', '${ID.o4.slice(0, 15)}', '${ID.o1}')`, ['One', 'Four']],
    [`Id > '${ID.o3}'`, ['Four', 'Five']],
    ["Account.Name = 'acme'", ['One', 'Two', 'three']],
    ['Account.Name = null', ['Five']],
    ["Account.Industry = 'Energy' OR Amount = 0", ['One', 'Two', 'three', 'Five']],
    ["Account.Parent.Owner.Name = 'Ann Able'", ['Four']],
    ["Opportunity.Account.Name LIKE '%100\\%'", ['Four']],
    ['CloseDate = TODAY', ['Two']],
    ['CloseDate < TODAY', ['three', 'Four', 'Five']],
    ['CloseDate >= THIS_WEEK', ['One', 'Two', 'Five']],
    ['CloseDate = LAST_N_DAYS:1', ['Two', 'Five']],
    ['CloseDate != THIS_YEAR', ['Four']],
    ['CloseDate > THIS_WEEK', ['One']],
    ['CloseDate <= LAST_WEEK', ['three', 'Four']],
    ['CloseDate = 2026-05-01', ['One']],
    ['CreatedDate = 2026-04-01T10:00:00+02:00', ['One', 'Two', 'three', 'Four', 'Five']],
    ['LastModifiedDate < TODAY', ['One', 'Two', 'three', 'Four', 'Five']],
    ['LastModifiedDate >= 2026-04-15T00:00:00Z', []],
    ["Competitors__c INCLUDES ('A')", ['One', 'Four']],
    ["Competitors__c INCLUDES ('A;B', 'C')", ['One', 'Two']],
    ["Competitors__c EXCLUDES ('A')", ['Two', 'three', 'Five']],
    ["Competitors__c = 'B;A'", ['One']],
    ['CALENDAR_YEAR(CloseDate) = 2025', ['Four']],
    ['CALENDAR_MONTH(CloseDate) = 4', ['Two', 'three', 'Five']],
    ['FiscalQuarter = 4', ['Four']],
    ["(Name = 'One' AND Amount > 0) OR (Name = 'Two' AND NOT Amount = null)", ['One', 'Two']],
    ["AccountId IN (SELECT Id FROM Account WHERE Rating = 'Cold')", ['Four']],
    ["AccountId NOT IN (SELECT Id FROM Account WHERE Rating = 'Cold')", ['One', 'Two', 'three', 'Five']],
    [
      "CampaignId IN (SELECT Id FROM Campaign) AND OwnerId IN (SELECT Id FROM User WHERE LastName = 'Able')",
      ['One'],
    ],
  ])('%s', (where, expected) => expect(opportunities(where)).toEqual(expected));

  test('records with related ones, and without', () => {
    const closed = '(SELECT AccountId FROM Opportunity WHERE IsClosed = true)';
    expect(names(`SELECT Name FROM Account WHERE Id IN ${closed}`)).toEqual(['Acme']);
    expect(names(`SELECT Name FROM Account WHERE Id NOT IN ${closed}`)).toEqual(["Bolt's 100%", 'crux_1']);
  });

  test('an escaped quote and a percent sign are only text', () => {
    expect(names("SELECT Name FROM Account WHERE Name = 'bolt\\'s 100%'")).toEqual(["Bolt's 100%"]);
    expect(names("SELECT Name FROM Account WHERE Name LIKE '%\\_1'")).toEqual(['crux_1']);
  });

  test('scope', () => {
    expect(names('SELECT Name FROM Account USING SCOPE mine')).toEqual(['Acme']);
    expect(refusal('SELECT Name FROM Account USING SCOPE yours')).toMatch(/^MALFORMED_QUERY/);
  });
});

describe('ORDER BY, LIMIT, OFFSET', () => {
  const ordered = (by: string) => names(`SELECT Name FROM Opportunity ORDER BY ${by}`);

  test.each<[string, string[]]>([
    ['Amount', ['three', 'Five', 'Four', 'One', 'Two']],
    ['Amount DESC', ['three', 'Two', 'One', 'Four', 'Five']],
    ['Amount NULLS LAST', ['Five', 'Four', 'One', 'Two', 'three']],
    ['Amount DESC NULLS LAST', ['Two', 'One', 'Four', 'Five', 'three']],
    ['Name', ['Five', 'Four', 'One', 'three', 'Two']],
    ['StageName', ['One', 'Five', 'Four', 'Two', 'three']],
    ['Account.Name DESC, CloseDate', ['Five', 'Four', 'three', 'Two', 'One']],
    ['CALENDAR_YEAR(CloseDate), Name DESC', ['Four', 'Two', 'three', 'One', 'Five']],
    ['Amount LIMIT 2', ['three', 'Five']],
    ['Amount LIMIT 2 OFFSET 1', ['Five', 'Four']],
    ['Amount OFFSET 4', ['Two']],
    ['Amount DESC NULLS LAST LIMIT 1', ['Two']],
    ['Amount LIMIT 0', []],
  ])('%s', (by, expected) => expect(ordered(by)).toEqual(expected));
});

describe('what a row shows', () => {
  test('fields in the order and with the names of the object, parents under their relation', () => {
    const [row] = rows(
      `select account.name, ID, owner.id, account.owner.email, amount from opportunity where id = '${ID.o1}'`,
    );
    expect(JSON.stringify(row)).toBe(
      JSON.stringify({
        attributes: { type: 'Opportunity', url: `/services/data/v62.0/sobjects/Opportunity/${ID.o1}` },
        Account: {
          attributes: { type: 'Account', url: `/services/data/v62.0/sobjects/Account/${ID.acme}` },
          Name: 'Acme',
          Owner: {
            attributes: { type: 'User', url: `/services/data/v62.0/sobjects/User/${ID.ann}` },
            Email: 'ann@mail.test',
          },
        },
        Id: ID.o1,
        Owner: {
          attributes: { type: 'User', url: `/services/data/v62.0/sobjects/User/${ID.ann}` },
          Id: ID.ann,
        },
        Amount: 100.1,
      }),
    );
  });

  test('a missing parent is null, a boolean never is, an address is whole', () => {
    const [row] = rows(
      `SELECT Account.Name, HasOverdueTask, ForecastCategoryName FROM Opportunity WHERE Id = '${ID.o5}'`,
    );
    expect(row).toMatchObject({ Account: null, HasOverdueTask: false, ForecastCategoryName: 'Pipeline' });
    const addresses = rows('SELECT BillingAddress FROM Account ORDER BY Id').map(
      (account) => account['BillingAddress'],
    );
    expect(addresses).toMatchObject([{ city: 'Oslo', street: null }, null, null]);
  });

  test('children in a block of their own, null when there are none', () => {
    const found = rows(
      'SELECT Name, (SELECT Name, Owner.Name FROM Opportunities WHERE Amount != null ORDER BY CloseDate DESC LIMIT 1), ' +
        '(SELECT LastName FROM Account.Contacts) FROM Account a ORDER BY a.Id',
    );
    expect(found.map((row) => [row['Opportunities'], row['Contacts']])).toMatchObject([
      [
        { totalSize: 1, done: true, records: [{ Name: 'One', Owner: { Name: 'Ann Able' } }] },
        { totalSize: 1 },
      ],
      [{ totalSize: 1, records: [{ Name: 'Four' }] }, null],
      [null, null],
    ]);
  });

  test('children of children, since version 58', () => {
    const soql =
      "SELECT (SELECT Name, (SELECT Subject FROM Tasks) FROM Opportunities ORDER BY Id) FROM Account WHERE Name = 'Acme'";
    const [acme] = rows(soql);
    expect(acme).toMatchObject({
      Opportunities: {
        records: [{ Tasks: null }, { Tasks: { records: [{ Subject: 'Mail' }] } }, { Tasks: null }],
      },
    });
    expect(refusal(soql, { version: '57.0' })).toMatch(/^MALFORMED_QUERY/);
  });

  test('lookups to more than one object', () => {
    const found = rows(
      'SELECT What.Name, What.Type, TYPEOF Who WHEN Contact THEN LastName ELSE Id END FROM Task ORDER BY Subject',
    );
    expect(found).toMatchObject([
      { What: { attributes: { type: 'Account' }, Name: 'Acme', Type: 'Account' }, Who: { LastName: 'Cole' } },
      { What: { attributes: { type: 'Opportunity' }, Name: 'Two', Type: 'Opportunity' }, Who: null },
    ]);
    expect(rows("SELECT Id FROM Task WHERE What.Type = 'Opportunity'").map((row) => row['Id'])).toEqual([
      ID.t2,
    ]);
  });

  test('FIELDS', () => {
    expect(Object.keys(rows('SELECT FIELDS(CUSTOM) FROM Opportunity LIMIT 1')[0] ?? {})).toEqual([
      'attributes',
      'Competitors__c',
    ]);
    expect(rows('SELECT FIELDS(STANDARD) FROM Opportunity')[0]).not.toHaveProperty('Competitors__c');
    expect(rows('SELECT FIELDS(ALL) FROM Opportunity LIMIT 1')[0]).toMatchObject({
      Competitors__c: 'A;B',
      Name: 'One',
    });
    expect(refusal('SELECT FIELDS(ALL) FROM Opportunity')).toMatch(/^MALFORMED_QUERY/);
  });

  test('deleted rows only when asked for', () => {
    expect(runQuery('SELECT COUNT() FROM Opportunity', context).totalSize).toBe(5);
    expect(runQuery('SELECT COUNT() FROM Opportunity', { ...context, includeDeleted: true }).totalSize).toBe(
      6,
    );
    const [gone] = rows('SELECT Name FROM Opportunity WHERE IsDeleted = true', { includeDeleted: true });
    expect(gone).toMatchObject({ Name: 'Gone' });
  });
});

describe('aggregates', () => {
  const table = (soql: string) => rows(soql).map(({ attributes: _, ...row }) => row);

  test('COUNT() has no records', () => {
    const answer = runQuery('SELECT COUNT() FROM Opportunity WHERE Amount > 0 LIMIT 2', context);
    expect([answer.totalSize, answer.page(0, 2_000).records]).toEqual([2, []]);
  });

  test.each<[string, Record<string, unknown>[]]>([
    [
      'SELECT COUNT(Id), COUNT(Amount) n, COUNT_DISTINCT(AccountId), SUM(Amount), AVG(Amount), MIN(Name) least, MAX(CloseDate) FROM Opportunity',
      [{ expr0: 5, n: 4, expr1: 2, expr2: 350.3, expr3: 350.3 / 4, least: 'Five', expr4: '2026-05-01' }],
    ],
    ['SELECT SUM(Amount), COUNT(Id) FROM Opportunity WHERE Amount > 1000', [{ expr0: null, expr1: 0 }]],
    [
      'SELECT AccountId, COUNT(Id) FROM Opportunity GROUP BY AccountId ORDER BY COUNT(Id) DESC, AccountId NULLS LAST',
      [
        { AccountId: ID.acme, expr0: 3 },
        { AccountId: ID.bolt, expr0: 1 },
        { AccountId: null, expr0: 1 },
      ],
    ],
    [
      'SELECT Account.Name, COUNT(Id) n FROM Opportunity GROUP BY Account.Name HAVING COUNT(Id) > 1 AND Account.Name != null',
      [{ Name: 'Acme', n: 3 }],
    ],
    [
      'SELECT CALENDAR_YEAR(CloseDate) y, COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)',
      [
        { y: 2025, expr0: 1 },
        { y: 2026, expr0: 4 },
      ],
    ],
    [
      'SELECT IsWon, COUNT(Id) n FROM Opportunity GROUP BY ROLLUP(IsWon) ORDER BY IsWon NULLS LAST',
      [
        { IsWon: false, n: 4 },
        { IsWon: true, n: 1 },
        { IsWon: null, n: 5 },
      ],
    ],
    ['SELECT Name FROM Opportunity GROUP BY Name ORDER BY Name LIMIT 1 OFFSET 1', [{ Name: 'Four' }]],
  ])('%s', (soql, expected) => expect(table(soql)).toEqual(expected));

  test('CUBE adds every subset', () => {
    expect(
      table('SELECT IsWon, IsClosed, COUNT(Id) FROM Opportunity GROUP BY CUBE(IsWon, IsClosed)'),
    ).toHaveLength(3 + 2 + 2 + 1);
  });
});

describe('refusals', () => {
  test.each([
    [
      'SELECT Bacon__c FROM Account',
      /^INVALID_FIELD: No such column 'Bacon__c' on entity 'Account'\. If you/,
    ],
    ["SELECT Id FROM Account WHERE Bacon = 'x'", /^INVALID_FIELD: No such column 'Bacon'/],
    ['SELECT Id FROM Account ORDER BY Bacon', /^INVALID_FIELD/],
    [
      'SELECT (SELECT Bacon FROM Contacts) FROM Account',
      /^INVALID_FIELD: No such column 'Bacon' on entity 'Contact'/,
    ],
    ['SELECT (SELECT Id FROM Contacts ORDER BY Bacon) FROM Account', /^INVALID_FIELD/],
    ['SELECT Id FROM Bacon', /^INVALID_TYPE: sObject type 'Bacon' is not supported\./],
    [
      'SELECT (SELECT Id FROM Bacons) FROM Account',
      /^INVALID_TYPE: Didn't understand relationship 'Bacons' in FROM part/,
    ],
    [
      'SELECT Bacon.Name FROM Account',
      /^INVALID_FIELD: Didn't understand relationship 'Bacon' in field path\./,
    ],
    ['SELECT Account FROM Opportunity', /^INVALID_FIELD: No such column 'Account'/],
    ['SELECT CurrencyIsoCode FROM Opportunity', /^INVALID_FIELD/],
    ['SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account', /^INVALID_FIELD: .*5 levels/],
    ['SELECT Id, id FROM Account', /^INVALID_FIELD: duplicate field selected: Id/],
    ['SELECT Name n FROM Account', /^MALFORMED_QUERY: only aggregate expressions/],
    [
      "SELECT Id FROM Opportunity WHERE Amount = '5'",
      /^INVALID_FIELD: .*'Amount' must be of type double and should not be enclosed in quotes/,
    ],
    ['SELECT Id FROM Opportunity WHERE Name = 5', /must be of type string and should be enclosed in quotes/],
    ["SELECT Id FROM Opportunity WHERE IsClosed = 'true'", /of type boolean and should not/],
    ["SELECT Id FROM Opportunity WHERE CloseDate = '2026-01-01'", /of type date and should not/],
    ['SELECT Id FROM Opportunity WHERE CloseDate = 2026-01-01T00:00:00Z', /of type date and/],
    ['SELECT Id FROM Opportunity WHERE CreatedDate > 2026-01-01', /of type dateTime and/],
    ['SELECT Id FROM Opportunity WHERE CloseDate = 2026-02-30', /^INVALID_FIELD: Invalid date/],
    [
      "SELECT Id FROM Opportunity WHERE AccountId = 'abc'",
      /^INVALID_QUERY_FILTER_OPERATOR: invalid ID field: abc/,
    ],
    ["SELECT Id FROM Opportunity WHERE AccountId LIKE '001%'", /^INVALID_QUERY_FILTER_OPERATOR/],
    ["SELECT Id FROM Opportunity WHERE Amount LIKE '5%'", /^INVALID_QUERY_FILTER_OPERATOR/],
    ["SELECT Id FROM Opportunity WHERE Name INCLUDES ('a')", /^INVALID_QUERY_FILTER_OPERATOR/],
    ['SELECT Id FROM Opportunity WHERE IsClosed > false', /^INVALID_QUERY_FILTER_OPERATOR/],
    [
      "SELECT Id FROM Opportunity WHERE Description = 'x'",
      /^INVALID_FIELD: field 'Description' can not be filtered/,
    ],
    ['SELECT Id FROM Opportunity ORDER BY Description', /can not be sorted/],
    ['SELECT Id FROM Opportunity ORDER BY Competitors__c', /can not be sorted/],
    ["SELECT Id FROM Opportunity WHERE Name = 'a\\q'", /^MALFORMED_QUERY: Invalid string literal/],
    ["SELECT Id FROM Opportunity WHERE Name = 'a\\%'", /^MALFORMED_QUERY/],
    [`SELECT Id FROM Opportunity WHERE Name = '${'x'.repeat(4_001)}'`, /^MALFORMED_QUERY: .*4000/],
    [
      'SELECT Id FROM Opportunity OFFSET 2001',
      /^NUMBER_OUTSIDE_VALID_RANGE: Maximum SOQL offset allowed is 2000/,
    ],
    ['SELECT (SELECT Id FROM Opportunities OFFSET 1) FROM Account', /^MALFORMED_QUERY/],
    ['SELECT COUNT(Id) FROM Opportunity LIMIT 1', /^MALFORMED_QUERY: Non-grouped query/],
    ['SELECT COUNT(), Id FROM Opportunity', /^MALFORMED_QUERY: count\(\) must be the only/],
    [
      'SELECT Name, COUNT(Id) FROM Opportunity',
      /^MALFORMED_QUERY: Field must be grouped or aggregated: Name/,
    ],
    [
      'SELECT SUM(Name) FROM Opportunity',
      /^INVALID_FIELD: field Name does not support aggregate operator SUM/,
    ],
    ['SELECT Amount FROM Opportunity GROUP BY Amount', /can not be grouped/],
    ['SELECT COUNT(Id) a, SUM(Amount) a FROM Opportunity', /duplicate alias: a/],
    ['SELECT COUNT(Id) FROM Opportunity WHERE COUNT(Id) > 1', /^MALFORMED_QUERY/],
    ['SELECT CALENDAR_YEAR(Name) FROM Opportunity GROUP BY CALENDAR_YEAR(Name)', /^MALFORMED_QUERY/],
    [
      'SELECT Id FROM Opportunity WHERE AccountId IN (SELECT Id FROM Account) OR Amount = 1',
      /^MALFORMED_QUERY: Semi join sub-selects are not allowed with the 'OR'/,
    ],
    ['SELECT Id FROM Account WHERE Id IN (SELECT Name FROM Contact)', /must be an id or reference field/],
    [
      'SELECT Id FROM Account WHERE Name IN (SELECT AccountId FROM Contact)',
      /must be an id or reference field/,
    ],
    [
      'SELECT Id FROM Account WHERE ParentId IN (SELECT Id FROM Account)',
      /should not be on the same object type/,
    ],
    ['SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact LIMIT 1)', /^MALFORMED_QUERY/],
    [
      'SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE AccountId IN (SELECT AccountId FROM Opportunity))',
      /Nesting of semi join/,
    ],
    [
      `SELECT Id FROM Account WHERE ${Array(3).fill('Id IN (SELECT AccountId FROM Contact)').join(' AND ')}`,
      /Maximum 2 semi join/,
    ],
    [`SELECT ${Array(21).fill('(SELECT Id FROM Contacts)').join(', ')} FROM Account`, /at most 20/],
  ])('%.100s', (soql, expected) => expect(refusal(soql)).toMatch(expected));
});

describe('convertCurrency', () => {
  const [first] = rows('SELECT Id, Amount FROM Opportunity WHERE Amount != null ORDER BY Id');
  const amount = first?.['Amount'] as number;

  test('is refused in an org with one currency, and for what is no amount', () => {
    expect(refusal('SELECT convertCurrency(Amount) FROM Opportunity')).toContain('MALFORMED_QUERY');
    const currencies = { user: 'EUR', rates: { EUR: 1 } };
    expect(refusal('SELECT convertCurrency(Name) FROM Opportunity', { currencies })).toContain(
      'MALFORMED_QUERY',
    );
  });

  test('gives amounts in the currency of the user, under the name of the field', () => {
    // The records name no currency, so they are in the user's own.
    const currencies = { user: 'EUR', rates: { EUR: 2 } };
    const [converted] = rows(
      'SELECT Id, convertCurrency(Amount) FROM Opportunity WHERE Amount != null ORDER BY Id',
      { currencies },
    );
    expect(converted?.['Amount']).toBe(amount);
  });
});
