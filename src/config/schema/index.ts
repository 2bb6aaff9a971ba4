import { z } from 'zod';
import { callLogSchema } from './call-log.ts';
import { connectionSchema } from './connection.ts';
import { eventsSchema } from './events.ts';
import { count, domainPath, seconds, text } from './fields.ts';
import { forwardingSchema } from './forwarding.ts';
import { identitySchema } from './identity.ts';
import { serverSchema } from './server.ts';
import type { Surroundings } from './surroundings.ts';
import { syncSchema } from './sync.ts';
import { tablesSchema } from './tables.ts';

export type { Surroundings } from './surroundings.ts';

const domains = () =>
  z
    .strictObject({
      connection: text()
        .optional()
        .describe('Connection to the ServiceNow instance that the domain tree is read from.'),
      tree: z
        .array(
          z.strictObject({
            path: domainPath().describe('Names from the root: "TOP/ACME".'),
            id: text().describe('The sys_id of the domain, by which the instance separates rows.'),
          }),
        )
        .optional()
        .describe('The domains themselves, where no instance has them.'),
    })
    .prefault({ tree: [] })
    .describe('Where the tree of domains comes from: a connection or a list.');

const limits = () =>
  z
    .strictObject({
      tokens: count(1).default(2000).describe('Lexical tokens of a query.'),
      aliases: count().default(30).describe('Aliases in a query.'),
      rootFields: count(1).default(20).describe('Fields at the root of a query.'),
      depth: count(1).default(12).describe('Levels of a query.'),
      directives: count().default(20).describe('Directives in a query.'),
      selections: count(1).default(2000).describe('Fields of a query with its fragments written out.'),
      rows: count(1).default(10_000).describe('Rows that one list may ask for.'),
      relationFilters: count()
        .default(5)
        .describe('Relations that one filter may lead through, at any depth; each can cost a request.'),
      scanRows: count(1)
        .default(10_000)
        .describe('Rows read to answer a filter that the system itself cannot.'),
      bodyBytes: count(1024).default(262_144).describe('Bytes of a request to the gateway.'),
      operationDeadline: seconds(0.1).default(15).describe('Seconds for one query.'),
    })
    .prefault({})
    .describe('Bounds of one query, checked before it runs where they can be.');

const cache = () =>
  z
    .strictObject({
      maxBytes: count()
        .default(67_108_864)
        .describe('Bytes of rows that are kept in memory for as long as tables allow; 0: none.'),
      bypassRoles: z
        .array(text())
        .default(['admin'])
        .describe(
          'Roles whose viewers may ask for newer rows than those in memory, by the header Cache-Control.',
        ),
    })
    .prefault({})
    .describe('Rows kept in memory.');

const CONNECTION_NAME = {
  error: 'must be a name of small letters, digits and "-", such as "salesforce-acme"',
};

/** The whole file. */
export const configSchema = (around: Surroundings) =>
  z.strictObject({
    environment: text()
      .optional()
      .describe(
        "Which of the connections' environments is used. --environment and CASEGRAPH_ENVIRONMENT come before it.",
      ),
    server: serverSchema(),
    identity: identitySchema(),
    domains: domains(),
    connections: z
      .record(z.string().regex(/^[a-z][a-z0-9-]*$/, CONNECTION_NAME), connectionSchema(around))
      .describe('The systems that rows are read from, by the name that tables use for them.'),
    tables: tablesSchema(around),
    events: eventsSchema(around),
    callLog: callLogSchema(),
    limits: limits(),
    cache: cache(),
    cases: z
      .strictObject({
        dataLookup: z.boolean().default(true).describe('Whether priority follows from impact and urgency.'),
        parentChildSync: z
          .strictObject({
            enabled: z.boolean().default(false).describe('Whether children follow their major case.'),
            fields: z
              .array(
                z.enum([
                  'priority',
                  'state',
                  'comments',
                  'work_notes',
                  'assigned_to',
                  'close_notes',
                  'resolution_code',
                ]),
              )
              .default(['priority', 'state', 'comments', 'work_notes', 'close_notes', 'resolution_code'])
              .describe(
                "What they get of it, by ServiceNow's names, as sn_customerservice.case_fields_to_sync lists them.",
              ),
          })
          .prefault({})
          .describe(
            'What is passed on from a major case to its children, where the instance does not do it itself.',
          ),
      })
      .prefault({})
      .describe('The rules of cases.'),
    sync: syncSchema(),
    forwarding: forwardingSchema(),
  });

export type ParsedConfig = z.infer<ReturnType<typeof configSchema>>;
