import type { CaseStore } from '../case-store.ts';
import type { Prepared } from './create-record.ts';
import { standardChange, templateValues } from './change-template.ts';
import { CHANGE, type RecordKind } from './record-kind.ts';

export const STANDARD_CHANGE: RecordKind = {
  ...CHANGE,
  checked: new Set([
    'shortDescription',
    'type',
    'category',
    'impact',
    'urgency',
    'risk',
    'standardVersionId',
  ]),
};

/** Reads a template. The Table API knows nothing of templates, so their values are applied here. */
export async function fromTemplate(
  store: CaseStore,
  templateKey: string,
  requestedBy: string | null,
): Promise<Prepared> {
  const type = 'StandardChangeTemplate';
  const row = await store.readRow(type, templateKey, ['valuesId', 'currentVersionId']);
  const valuesKey = row === null ? null : store.valueOf(type, row, 'valuesId');
  const values = valuesKey === null ? null : await store.readRow('ChangeTemplate', valuesKey, ['template']);
  if (row === null || values === null) return NO_TEMPLATE;
  const template = templateValues(store.valueOf('ChangeTemplate', values, 'template') ?? '');
  const version = store.valueOf(type, row, 'currentVersionId');
  return { values: standardChange(template.values, version, requestedBy), notTaken: template.ignored };
}

const NO_TEMPLATE: Prepared = {
  refusal: {
    code: 'NOT_FOUND',
    message:
      'There is no such template, it is retired, or it has no values that you can see. Give one of standardChangeTemplates.',
    field: ['templateId'],
  },
};
