import { z } from 'zod';
import { seconds, text } from './fields.ts';

const notes = () =>
  z
    .strictObject({
      enabled: z
        .boolean()
        .default(false)
        .describe('Whether cases are told of changes of their related records in work notes.'),
      rules: z
        .enum(['gateway', 'instance'])
        .default('gateway')
        .describe(
          '"gateway": Casegraph writes the notes. "instance": the plugins of the instance do, and Casegraph writes none.',
        ),
      lookBack: seconds(60)
        .default(86_400)
        .describe('Seconds that a restart looks back: what happened longer ago is not told of any more.'),
      from: z.iso
        .datetime({ offset: true })
        .optional()
        .describe('Nothing that happened before this moment is told of, such as 2026-11-22T08:00:00Z.'),
      writeDeadline: seconds(0.1).default(5).describe('Seconds that the answer to a note is waited for.'),
      drain: seconds(0.1)
        .default(5)
        .describe('Seconds after which a note that was not answered stands there, or never will.'),
    })
    .prefault({})
    .describe('Work notes that follow the related records.');

const lease = () =>
  z
    .strictObject({
      table: z
        .string()
        .regex(/^[a-z][a-z0-9_]*$/, { error: 'must be the name of a table, such as sys_user_preference' })
        .default('sys_user_preference')
        .describe(
          'Table whose rows say which replica leads; with the columns name and value. In sys_user_preference the account writes its own.',
        ),
      term: seconds(0.5).default(30).describe('Seconds of one term. The same for all replicas.'),
      margin: seconds(0.01).default(1).describe("Seconds that a replica's clock may be off."),
    })
    .prefault({})
    .describe('How several replicas agree on who does what must be done once.');

/** Half of a term is the least that is left of it when the next one is had: the longest write, and what it leaves behind, must fit in. */
const roomy = ({ notes: { writeDeadline, drain }, lease: { term, margin } }: Times): boolean =>
  term / 2 >= margin * 2 + writeDeadline + drain;

interface Times {
  readonly notes: { readonly writeDeadline: number; readonly drain: number };
  readonly lease: { readonly term: number; readonly margin: number };
}

export const syncSchema = () =>
  z
    .strictObject({
      connection: text()
        .default('servicenow')
        .describe('Connection to the ServiceNow instance that cases and their related records are in.'),
      notes: notes(),
      lease: lease(),
      poll: z
        .strictObject({
          interval: seconds(0.1).default(10).describe('Seconds between two looks for changes.'),
          overlap: seconds()
            .default(15)
            .describe('Seconds that a look begins before the end of the last one.'),
        })
        .prefault({})
        .describe('Looking for changes, where nobody tells of them.'),
    })
    .prefault({})
    .refine(roomy, {
      path: ['lease', 'term'],
      error:
        'must be at least twice as long as notes.writeDeadline, notes.drain and twice the margin together',
    })
    .describe('What follows changes upstream.');
