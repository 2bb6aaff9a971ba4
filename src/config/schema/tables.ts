import { join, resolve } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../package-root.ts';
import { text } from './fields.ts';
import type { Surroundings } from './surroundings.ts';

/** The word for the folder of declarations that comes with the package; `./builtin` is a folder of that name. */
export const BUILTIN = 'builtin';

const folder = (around: Surroundings) =>
  text().transform((value) =>
    value === BUILTIN ? join(packageRoot(), 'schema') : resolve(around.folder, value),
  );

export const tablesSchema = (around: Surroundings) =>
  z
    .strictObject({
      schema: z
        .union([folder(around), z.array(folder(around)).min(1)], {
          error: 'must be a folder or a list of folders',
        })
        .prefault(BUILTIN)
        .transform((folders) => [folders].flat())
        .describe(
          'Folders of .graphql files that declare the tables, read as one; "builtin" is the one that comes with Casegraph, and the default.',
        ),
    })
    .prefault({})
    .describe('The declarations of tables.');
