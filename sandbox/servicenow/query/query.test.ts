import { describe, expect, it } from 'vitest';
import { column, query, smallServer } from '../testing/call.ts';
import { id } from '../testing/small-world.ts';

const { call } = smallServer();

async function numbers(
  encoded: string,
  table = 'sn_customerservice_case',
  as = 'ida.service',
): Promise<string[]> {
  const answer = await call(query(table, encoded, '&sysparm_fields=number'), { as });
  expect(answer.status).toBe(200);
  return column(answer, 'number') as string[];
}

const short = (list: readonly string[]): string =>
  list.map((number) => String(Number(number.slice(-7)))).join(' ');

const ALL = '1 2 3 4 5 6 7 8';

/** Encoded query, and the cases it finds by the last digit of their number, in order of number. */
const FOUND: readonly (readonly [string, string])[] = [
  ['', ALL],
  ['number=CS0000001', '1'],
  ['number=cs0000001', '1'],
  ['state=1', '5 6 7 8'],
  ['state!=1', '1 2 3 4'],
  ['priority<3', '1 3'],
  ['priority>=4', '2 5 6 7 8'],
  ['priority>4', '5'],
  ['priority<=1', '1'],
  ['short_descriptionLIKEprinter', '1 3'],
  ['short_description*PRINTER', '1 3'],
  ['short_descriptionNOT LIKEprinter', '2 4 5 6 7 8'],
  ['short_descriptionNOTLIKEprinter', '2 4 5 6 7 8'],
  ['short_description!*printer', '2 4 5 6 7 8'],
  ['short_descriptionSTARTSWITHprinter', '1 3'],
  ['short_descriptionENDSWITHjam', '3'],
  ['short_description%jam', '3'],
  ['short_descriptionLIKE100% c', '8'],
  ['numberINCS0000001,CS0000003,CS0000099', '1 3'],
  ['numberIN', ''],
  ['numberNOT INCS0000001,CS0000003', '2 4 5 6 7 8'],
  ['stateIN6,3', '3 4'],
  ['accountISEMPTY', '4 7 8'],
  ['account=', '4 7 8'],
  ['account!=', '1 2 3 5 6'],
  ['accountISNOTEMPTY', '1 2 3 5 6'],
  ['close_notesEMPTYSTRING', '1 2 5 6 7 8'],
  ['close_notesANYTHING', ALL],
  [`account=${id('Acme Corp')}`, '1 2'],
  ['account=Acme Corp', ''],
  [`account!=${id('Acme Corp')}`, '3 4 5 6 7 8'],
  ['accountLIKEacme', '1 2'],
  ['accountSTARTSWITHbeta', '3'],
  [`accountIN${id('Beta Ltd')},${id('Emea GmbH')}`, '3 5'],
  ['account.name=Acme Corp', '1 2'],
  ['account.primary_contact.emailSTARTSWITHcarl', '1 2'],
  ['contact.account.nameLIKEacme', '1 2'],
  ['incident.problem_id.number=PRB0000001', '1'],
  ['account.name!=Acme Corp', '3 4 5 6 7 8'],
  ['opened_at>=2026-03-05', '2 3 5'],
  ['opened_at<2026-01-01 00:00:00', '4'],
  ['opened_atBETWEEN2026-03-05 12:00:00@2026-03-09 23:59:59', '2 3'],
  ["opened_atBETWEENjavascript:gs.dateGenerate('2026-03-05','00:00:00')@javascript:gs.dateGenerate('2026-03-09','23:59:59')", '2 3'],
  ['priorityBETWEEN2@4', '2 3 4 6 7 8'],
  ['opened_atONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()', '5'],
  ['opened_atNOTONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()', '1 2 3 4 6 7 8'],
  ['opened_at>=javascript:gs.beginningOfToday()', '5'],
  ['opened_at<javascript:gs.beginningOfThisMonth()', '4'],
  ['opened_at>javascript:gs.daysAgo(1)', '3 5'],
  ['opened_at>=javascript:gs.daysAgoStart(1)', '3 5'],
  ['opened_at<=javascript:gs.endOfLastYear()', '4'],
  ['opened_atONLast week@javascript:gs.beginningOfLastWeek()@javascript:gs.endOfLastWeek()', '2'],
  ['impactSAMEASurgency', ALL],
  ['prioritySAMEASimpact', '1 3 4'],
  ['priorityNSAMEASimpact', '2 5 6 7 8'],
  ['priorityGT_FIELDimpact', '2'],
  ['sys_class_nameINSTANCEOFtask', ALL],
  ['sys_class_nameINSTANCEOFincident', ''],
  ['active=false', '4'],
  ['active=0', '4'],
  // Precedence: ^OR binds tighter than ^, ^NQ separates.
  ['state=1^ORstate=10^priority=1', '1'],
  ['priority=1^state=1^ORstate=10', '1'],
  ['state=10^ORstate=18^account.name=Acme Corp^ORaccount.name=Beta Ltd', '1 2'],
  ['state=10^priority=1^NQstate=6^priority=2', '1 3'],
  ['state=10^priority=2^NQstate=6', '3'],
  ['state=6^EQ', '3'],
  ['state=6^GROUPBYstate', '3'],
  // What cannot be read is left out and the rest applies.
  ['no_such_column=1', ALL],
  ['no_such_column=1^state=6', '3'],
  ['state=6^ORno_such_column=1', '3'],
  ['state=6^NQno_such_column=1', ALL],
  ['stateFROBS6', ALL],
  ['account.nothing=1^state=6', '3'],
  ['short_description.name=1^state=6', '3'],
  ['opened_at>javascript:gs.sleep(1)^state=6', '3'],
  ['^^^', ALL],
  ['state=6^^priority=2', '3'],
  ['state==1', ''],
  ['state=banana', ''],
  ['opened_at>banana', ''],
  // No escape: the second half is a condition of its own.
  ['short_description=INC001^ORactive=true', '1 2 3 5 6 7 8'],
  ['123TEXTQUERY321=printer fire', '1'],
  ['123TEXTQUERY321=printer^state=6', '3'],
]; // prettier-ignore

describe('encoded queries', () => {
  it.each(FOUND)('%s', async (encoded, expected) => {
    expect(short(await numbers(`${encoded}^ORDERBYnumber`))).toBe(expected);
  });

  it('evaluates who asks', async () => {
    const mine = [
      'assigned_to=javascript:gs.getUserID()',
      'assigned_toDYNAMIC90d1921e5f510100a9ad2572f2b477fe',
    ];
    for (const encoded of mine)
      expect(await numbers(encoded, 'sn_customerservice_case', 'amy.agent')).toEqual(['CS0000001']);
    const groups = 'assignment_groupDYNAMICd6435e965f510100a9ad2572f2b47744';
    expect(await numbers(groups, 'sn_customerservice_case', 'amy.agent')).toEqual(['CS0000001']);
  });

  it.each([
    ['RLQUERYincident.problem_id,>=1^ENDRLQUERY', ['PRB0000001']],
    ['RLQUERYincident.problem_id,>=2,priority=1^ENDRLQUERY', []],
    ['RLQUERYincident.problem_id,=1,priority=1^ENDRLQUERY^active=true', ['PRB0000001']],
    ['RLQUERYincident.problem_id,=1^priority=1^ENDRLQUERY^ORDERBYnumber', ['PRB0000001']],
    ['RLQUERYincident.problem_id,=0^ENDRLQUERY', []],
  ])('%s', async (encoded, expected) => {
    expect(await numbers(encoded, 'problem')).toEqual(expected);
  });

  it('finds the records of subclasses through the parent class, with its columns only', async () => {
    expect(await numbers('sys_class_name=incident', 'task')).toHaveLength(3);
    expect(await numbers('sys_class_name=task', 'task')).toEqual([]);
    expect(await numbers('sys_class_nameINSTANCEOFtask^active=false', 'task')).toHaveLength(2);
    expect(await numbers(`caller_id=${id('amy.agent')}`, 'task')).toHaveLength(12);
  });
});

describe('order', () => {
  it.each([
    ['ORDERBYpriority^ORDERBYnumber', '1 3 4 2 6 7 8 5'],
    ['ORDERBYDESCpriority^ORDERBYDESCnumber', '5 8 7 6 2 4 3 1'],
    ['stateIN10,18,6^ORDERBYshort_description', '2 3 1'],
    ['number!=CS0000007^ORDERBYaccount^ORDERBYnumber', '4 8 1 2 3 5 6'],
    ['number!=CS0000007^ORDERBYDESCaccount^ORDERBYnumber', '6 5 3 1 2 4 8'],
    ['ORDERBYDESCaccount.name^ORDERBYnumber', '6 5 3 1 2 4 7 8'],
    ['numberLIKE000000^ORDERBYnothing^ORDERBYDESCnumber', '8 7 6 5 4 3 2 1'],
  ])('%s', async (encoded, expected) => {
    expect(short(await numbers(encoded))).toBe(expected);
  });

  it('breaks ties by sys_id, so that paging by key works', async () => {
    const answer = await call(query('sn_customerservice_case', 'state=1', '&sysparm_fields=sys_id'));
    const ids = column(answer, 'sys_id') as string[];
    expect(ids).toEqual([...ids].sort());
    const next = await call(
      query('sn_customerservice_case', `state=1^sys_id>${ids[1]}^ORDERBYsys_id`, '&sysparm_fields=sys_id'),
    );
    expect(column(next, 'sys_id')).toEqual(ids.slice(2));
  });
});

describe('strict queries', () => {
  const strict = smallServer({ strictQueries: true });

  it.each([
    ['no_such_column=1', 0],
    ['state=6^no_such_column=1', 0],
    ['state=6^ORstateFROBS6', 0],
    ['state=6', 1],
    ['state=6^^EQ', 1],
  ])('%s gives %i', async (encoded, count) => {
    expect(column(await strict.call(query('sn_customerservice_case', encoded)), 'number')).toHaveLength(
      count,
    );
  });
});
