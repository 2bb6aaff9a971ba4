import { z } from 'zod';
import { text } from './fields.ts';

const NAME = {
  error: 'must be a name of small letters, digits and "_", such as urgency: as ServiceNow names it',
};
const name = () => z.string().regex(/^[a-z][a-z0-9_]*$/, NAME);
const value = () => z.string().max(100);

const states = () =>
  z
    .strictObject({
      new: value().default('1').describe('State of a new record; incident: 1 New.'),
      open: value().default('2').describe('State of a record that is opened again; incident: 2 In Progress.'),
      resolved: value().default('6').describe('State that resolved incidents get; incident: 6 Resolved.'),
      over: z
        .array(value())
        .min(1)
        .default(['6', '7', '8'])
        .describe('All states in which nobody works on the record any more: they resolve the incident.'),
      closed: z
        .array(value())
        .default(['7', '8'])
        .describe('Of these, the ones in which ServiceNow refuses every change.'),
      tool: z
        .record(text(), value())
        .default({})
        .describe(
          "Single states of the tool that become another state, by the tool's name or id: { paused: '3' }.",
        ),
    })
    .prefault({})
    .refine(({ over, resolved }) => over.includes(resolved), {
      path: ['over'],
      error: 'must hold the state that "resolved" names',
    })
    .refine(({ over, open, new: fresh }) => !over.includes(open) && !over.includes(fresh), {
      path: ['over'],
      error: 'must not hold the states that "new" and "open" name',
    })
    .refine(({ over, closed }) => closed.every((state) => over.includes(state)), {
      path: ['closed'],
      error: 'may hold only states that "over" holds too',
    })
    .describe("States. All values are ServiceNow's own.");

const severity = (field: string) =>
  z.strictObject({
    field: name().default(field).describe('Column that gets it.'),
    values: z
      .record(text(), value())
      .default({ critical: '1', major: '2', warning: '2', minor: '3' })
      .describe("The column's value by the tool's severity; names in any case."),
    on: z.enum(['create', 'change', 'both']).default('both').describe('When the column is written.'),
  });

const close = () =>
  z
    .strictObject({
      codeField: name()
        .nullable()
        .default('close_code')
        .describe('Column of the resolution code; null: none.'),
      code: value().default('Solution provided').describe('Its value.'),
      notesField: name()
        .nullable()
        .default('close_notes')
        .describe('Column of the resolution notes; null: none.'),
      notes: text()
        .optional()
        .describe('What they say where nothing was said when the incident was resolved.'),
    })
    .prefault({})
    .describe(
      'What a resolved record says besides its state. What was said in the tool comes before "notes".',
    );

const side = (what: string) => z.enum(['tool', 'servicenow']).default('tool').describe(what);

const winner = () =>
  z
    .strictObject({
      resolve: side('Who is followed where one has resolved what the other has moved on with.'),
      reopen: side('Who is followed where one has opened again what the other has moved on with.'),
    })
    .prefault({})
    .describe('Who is followed where both have moved at once and disagree.');

const comments = () =>
  z
    .strictObject({
      to: z
        .enum(['work_notes', 'comments'])
        .nullable()
        .default('work_notes')
        .describe("Journal that the tool's comments are written to; null: none."),
      from: z
        .array(z.enum(['work_notes', 'comments']))
        .default(['comments', 'work_notes'])
        .describe('Journals whose entries the tool gets as comments, where it can take any.'),
    })
    .prefault({})
    .describe('Comments.');

const rule = () =>
  z.strictObject({
    from: text().describe('Connection to the tool: incident.io, All Quiet.'),
    to: text().default('servicenow').describe('Connection to the ServiceNow instance.'),
    table: name()
      .default('incident')
      .describe('Table that incidents become records of; one that extends task.'),
    mode: z
      .enum(['always-after-forwarding', 'always', 'only-on-forwarding'])
      .default('always-after-forwarding')
      .describe(
        '"always-after-forwarding": once somebody has forwarded an incident, the two follow each other; "always": all incidents; "only-on-forwarding": one record as the incident stands, and nothing after that.',
      ),
    states: states(),
    close: close(),
    severity: z
      .strictObject({
        primary: severity('urgency')
          .nullable()
          .prefault({})
          .describe('Default: urgency 1, 2, 3. null: none.'),
        secondary: severity('impact').nullable().default(null).describe('A second column, such as impact.'),
      })
      .prefault({})
      .describe('What the severity becomes.'),
    winner: winner(),
    comments: comments(),
    tasks: z
      .strictObject({
        table: name().default('incident_task').describe('Table of tasks.'),
        parent: name().default('incident').describe('Its column that names the record.'),
        open: value().default('1').describe('State of a task that is to be done.'),
        closed: value().default('3').describe('State of a task that is done.'),
      })
      .nullable()
      .default(null)
      .describe('What follow-ups become; null: nothing.'),
    values: z
      .record(name(), value())
      .default({})
      .describe('Columns that each new record gets, such as caller_id or assignment_group (sys_ids).'),
  });

export const forwardingSchema = () =>
  z
    .array(rule())
    .max(20)
    .default([])
    .describe(
      'Incidents of other tools that become records of ServiceNow, and follow each other from then on.',
    );
