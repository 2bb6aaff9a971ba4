import { z } from 'zod';
import { text } from './fields.ts';

export const serverSchema = () =>
  z
    .strictObject({
      port: z.int().min(0).max(65_535).default(4000).describe('Port to listen on; 0 takes a free one.'),
      host: text().default('127.0.0.1').describe('Address to listen on; "0.0.0.0" for all.'),
      mode: z
        .enum(['dev', 'production'])
        .default('production')
        .describe(
          '"dev" opens the playground and introspection to all, and takes plain http to other machines.',
        ),
      playground: z
        .boolean()
        .optional()
        .describe('Whether the playground is served. Default: in dev mode only.'),
      introspection: z
        .array(text())
        .default([])
        .describe('Roles whose viewers may read the schema in production.'),
      administrators: z
        .array(text())
        .default(['admin'])
        .describe('Roles whose viewers may see how the connections are doing. Default "admin".'),
      corsOrigins: z
        .array(
          z.string().regex(/^https?:\/\/[^/\s*]+$/, {
            error: 'must be an origin, such as "https://agents.acme.example", without a path or a *',
          }),
        )
        .default([])
        .describe('Origins whose pages may call the gateway from browsers. Default: none but its own.'),
    })
    .prefault({})
    .describe('Where the gateway listens and what it offers there.');
