import { describe, expect, it } from 'vitest';
import { standardChange, templateValues } from './change-template.ts';

describe('a template of standard changes', () => {
  it.each<[string, string, Record<string, string>, string[]]>([
    ['one value', 'risk=4^EQ', { risk: '4' }, []],
    [
      'columns by the names of the graph',
      'short_description=Reboot^cmdb_ci=abc^test_plan=Look.^EQ',
      { shortDescription: 'Reboot', configurationItemId: 'abc', testPlan: 'Look.' },
      [],
    ],
    ['no EQ at the end', 'risk=4', { risk: '4' }, []],
    ['an equals sign in a value', 'description=a=b^EQ', { description: 'a=b' }, []],
    ['a caret in a value', 'description=a^^b^risk=4^EQ', { description: 'a^b', risk: '4' }, []],
    ['a value that empties a column', 'description=^EQ', { description: '' }, []],
    ['what a standard change is anyway', 'type=normal^state=3^requested_by=x^EQ', {}, []],
    [
      'columns that are not known',
      'cab_required=true^u_own=1^risk=3',
      { risk: '3' },
      ['cab_required', 'u_own'],
    ],
    ['a script, which only forms run', 'description=javascript:gs.now()', {}, ['description']],
    ['the number and the key of the record', 'number=CHG1^sys_id=0', {}, ['number', 'sys_id']],
    ['nothing', '', {}, []],
    ['nonsense', '^=^^^EQ^x', {}, []],
  ])('with %s', (_, text, values, ignored) => {
    expect(templateValues(text)).toEqual({ values, ignored });
  });

  it('makes a standard change in state New, of its version, whatever it says itself', () => {
    expect(standardChange({ risk: '4', type: 'normal', state: '3' }, 'v', 'me')).toEqual({
      risk: '4',
      type: 'standard',
      state: '-5',
      standardVersionId: 'v',
      requestedBy: 'me',
    });
    expect(standardChange({}, null, null)).toEqual({ type: 'standard', state: '-5' });
  });
});
