/**
 * How the default views of case and incident are arranged. The columns of the incident list and form are those that WorkArena recorded on a
 * real instance (github.com/ServiceNow/WorkArena, Apache-2.0, expected_incident_list_columns.json and expected_incident_form_fields.json); how the
 * form is cut into sections, and all of the case, are this sandbox's own: no source prints them (facts 9).
 */
export interface TableLayout {
  readonly list: readonly string[];
  readonly form: readonly { readonly caption: string; readonly elements: readonly string[] }[];
  readonly related: readonly string[];
}

/** Two columns side by side, as the designer keeps them. */
const split = (left: readonly string[], right: readonly string[]): readonly string[] => [
  '.begin_split',
  ...left,
  '.split',
  ...right,
  '.end_split',
];

export const LAYOUTS: Readonly<Record<string, TableLayout>> = {
  incident: {
    list: [
      'number',
      'caller_id',
      'category',
      'priority',
      'impact',
      'state',
      'short_description',
      'assigned_to',
      'company',
      'sys_created_on',
    ],
    form: [
      {
        caption: '',
        elements: [
          ...split(
            [
              'number',
              'caller_id',
              'category',
              'subcategory',
              'business_service',
              'service_offering',
              'cmdb_ci',
            ],
            [
              'contact_type',
              'state',
              'hold_reason',
              'impact',
              'urgency',
              'priority',
              'assignment_group',
              'assigned_to',
            ],
          ),
          'short_description',
          'description',
        ],
      },
      {
        caption: 'Notes',
        elements: ['watch_list', 'work_notes_list', 'comments', 'work_notes', 'activity.xml'],
      },
      { caption: 'Related Records', elements: ['parent_incident', 'problem_id', 'rfc', 'caused_by'] },
      {
        caption: 'Resolution Information',
        elements: [...split(['knowledge', 'close_code'], ['resolved_by', 'resolved_at']), 'close_notes'],
      },
    ],
    related: [
      'sn_customerservice_case.incident',
      'incident.parent_incident',
      'REL:b9edf0ca0a0a0b010035de2d6b579a03',
    ],
  },
  sn_customerservice_case: {
    list: [
      'number',
      'short_description',
      'account',
      'contact',
      'priority',
      'state',
      'assigned_to',
      'sys_updated_on',
    ],
    form: [
      {
        caption: '',
        elements: [
          ...split(
            ['number', 'account', 'contact', 'consumer', 'product', 'asset'],
            ['contact_type', 'state', 'category', 'priority', 'assignment_group', 'assigned_to'],
          ),
          'short_description',
          'description',
        ],
      },
      { caption: 'Notes', elements: ['watch_list', 'comments', 'work_notes', 'activity.xml'] },
      { caption: 'Related Records', elements: ['incident', 'problem', 'change', 'caused_by', 'parent'] },
      { caption: 'Resolution Information', elements: ['resolution_code', 'resolved_at', 'close_notes'] },
    ],
    related: ['sn_customerservice_task.parent', 'sc_request.parent', 'sn_customerservice_case.parent'],
  },
};
