import { z } from 'zod';
import { count, text } from './fields.ts';

/**
 * What administrators can look up of requests to other systems. The list of personal names has no default here: what it is without one is said where
 * masking is done.
 */
export const callLogSchema = () =>
  z
    .strictObject({
      entries: count().default(1000).describe('Requests to other systems that are remembered; 0: none.'),
      bytes: count(1024).default(4_194_304).describe('Bytes of memory that they may take.'),
      bodyChars: z
        .int()
        .min(0)
        .max(65_536)
        .default(1024)
        .describe('Characters of each body that are remembered; 0: none.'),
      personal: z
        .array(text())
        .optional()
        .describe(
          'Names of columns whose values are masked, instead of the usual ones: email, phone, first_name, last_name, address and the like.',
        ),
      alsoPersonal: z
        .array(text())
        .default([])
        .describe('Names of columns whose values are masked beside these.'),
      inAnswers: z
        .boolean()
        .optional()
        .describe(
          'Whether answers list what they have cost, in extensions.upstream. Default: in dev mode only.',
        ),
    })
    .prefault({})
    .describe('What is remembered of requests to other systems; secrets never are.');
