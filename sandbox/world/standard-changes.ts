import type { Draft } from './draft.ts';
import type { Add } from './foundation.ts';

interface StandardChange {
  readonly name: string;
  readonly risk: string;
  readonly active: boolean;
}

const STANDARD_CHANGES: readonly StandardChange[] = [
  { name: 'Reboot a server', risk: '4', active: true },
  { name: 'Renew a certificate', risk: '4', active: true },
  { name: 'Add network capacity', risk: '3', active: true },
  { name: 'Install a security update', risk: '3', active: true },
  { name: 'Restart a database node', risk: '4', active: true },
  { name: 'Replace a backup tape', risk: '4', active: false },
];

/** Templates of standard changes as the platform keeps them: a producer, its current version, and the values of the change. */
export function addStandardChanges(draft: Draft, add: Add): void {
  // Producer and version refer to each other, so the ids of one are needed before it is there.
  const versionId = draft.sysIds('std_change_producer_version');
  const values = add('sys_template', STANDARD_CHANGES.map(template));
  const producers = add(
    'std_change_record_producer',
    STANDARD_CHANGES.map(({ name, active }, index) => ({
      name,
      short_description: `${name} by the approved procedure`,
      active: String(active),
      sys_class_name: 'std_change_record_producer',
      template: values[index] ?? '',
      current_version: versionId(index),
    })),
  );
  add(
    'std_change_producer_version',
    STANDARD_CHANGES.map(({ name }, index) => ({
      name: `${name} - 1`,
      std_change_producer: producers[index] ?? '',
      version: '1',
    })),
  );
}

/** Values are written as an encoded query, closed by EQ; a caret in a value is doubled. */
function template({ name, risk }: StandardChange): Record<string, string> {
  const values = {
    short_description: `${name} by the approved procedure`,
    category: 'Other',
    impact: '3',
    urgency: '3',
    risk,
    justification: 'Approved beforehand by the change advisory board.',
    implementation_plan: `1. Announce it.\n2. ${name}.\n3. Check the service.`,
    backout_plan: 'Restore the state before.',
    test_plan: 'The service answers^^responds within 2 s.',
  };
  const pairs = Object.entries(values).map(([column, value]) => `${column}=${value}`);
  return {
    name,
    table: 'change_request',
    template: [...pairs, 'EQ'].join('^'),
    active: 'true',
    global: 'true',
  };
}
