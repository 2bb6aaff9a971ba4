import type { Command } from 'commander';
import { createRestAdapter } from '../../adapters/rest/index.ts';
import { loadConfig, type Config } from '../config/index.ts';
import { ADAPTERS, adaptersOf } from '../gateway/adapters.ts';
import { chooseConnection } from './import/choose-connection.ts';
import { ImportError } from './import/import-error.ts';
import { importObject } from './import/import-object.ts';
import { describeFile } from './import/openapi-file.ts';
import { put, refuseToOverwrite } from './import/output.ts';
import { configOfAddress, openUpstream } from './import/upstream.ts';

interface ImportOptions {
  readonly config?: string;
  readonly connection?: string;
  readonly out?: string;
  readonly name?: string;
  readonly force?: boolean;
}

export function importCommand(program: Command): void {
  const group = program
    .command('import')
    .description("Write the declaration of a table from a system's own metadata, ready to serve.");
  for (const [kind, object, what] of [
    ['salesforce', 'object', 'object, such as Opportunity or Region__c'],
    ['servicenow', 'table', 'table, such as incident or u_contract'],
  ] as const) {
    const command = group.command(kind).argument(`<${object}>`, what);
    withOptions(command, `Declare a ${kind} ${object}.`).action(
      async (name: string, options: ImportOptions) => importFrom(kind, null, name, options),
    );
  }
  for (const [kind, what] of [
    ['odata', 'entity set, such as Invoices'],
    ['graphql', 'type of a row, such as Incident'],
  ] as const) {
    const command = group
      .command(kind)
      .argument('<object>', `${what}; before it, the address of a service that needs no credential`)
      .argument('[object]', `${what}, where the address comes first`);
    withOptions(command, `Declare rows of a service that describes itself (${kind}).`);
    command.action(async (first: string, second: string | undefined, options: ImportOptions) =>
      importFrom(kind, second === undefined ? null : first, second ?? first, options),
    );
  }
  const openapi = group
    .command('openapi')
    .argument('<file>', 'OpenAPI 3 or Swagger 2 document, YAML or JSON')
    .argument('<path>', 'path that lists the rows, such as /pets');
  withOptions(openapi, 'Declare a list of a REST service.').action(
    async (file: string, path: string, options: ImportOptions) => importFile(file, path, options),
  );
}

function withOptions(command: Command, description: string): Command {
  return command
    .description(description)
    .option('-c, --config <file>', 'configuration file with the connection and the schema folder')
    .option('--connection <name>', 'connection to read through; default: the only one of its kind')
    .option('-o, --out <file>', 'file to write; default: standard output')
    .option('--name <Type>', "name of the type; default: made of the object's")
    .option('--force', 'overwrite the file');
}

async function importFrom(
  kind: string,
  url: string | null,
  object: string,
  options: ImportOptions,
): Promise<void> {
  refuseToOverwrite(options.out, options.force === true);
  const config = options.config === undefined ? null : await configOf(options.config);
  const upstream = url === null ? throughConfig(kind, config, options) : byAddress(kind, url, options);
  try {
    const imported = await importObject({
      description: await upstream.describe(object),
      connection: upstream.connection,
      config,
      adapters: upstream.adapters,
      name: options.name,
      out: options.out,
      parent: (name) => upstream.describe(name),
    });
    const notes = url === null ? [] : [connectionNote(kind, upstream.connection, new URL(url))];
    await put(imported.sdl, [...imported.notes, ...notes], options.out, options.force === true);
  } finally {
    await upstream.close();
  }
}

async function importFile(file: string, path: string, options: ImportOptions): Promise<void> {
  refuseToOverwrite(options.out, options.force === true);
  const config = options.config === undefined ? null : await configOf(options.config);
  const connection =
    config === null ? (options.connection ?? 'rest') : chooseConnection(config, 'rest', options.connection);
  const { description, address } = await describeFile(file, path);
  const imported = await importObject({
    description,
    connection,
    config,
    adapters: config === null ? new Map([[connection, createRestAdapter()]]) : adaptersOf(config),
    name: options.name,
    out: options.out,
    parent: () => Promise.resolve(description),
  });
  const notes = config === null ? [connectionNote('rest', connection, address)] : [];
  await put(imported.sdl, [...imported.notes, ...notes], options.out, options.force === true);
}

function configOf(file: string): Promise<Config> {
  return loadConfig(file, process.env, { adapters: Object.keys(ADAPTERS) });
}

function throughConfig(kind: string, config: Config | null, { connection }: ImportOptions) {
  if (config === null)
    throw new ImportError(`Say how to log in: --config FILE with a connection whose adapter is ${kind}.`);
  return openUpstream(config, chooseConnection(config, kind, connection));
}

function byAddress(kind: string, url: string, { connection = kind }: ImportOptions) {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address === null || !/^https?:$/.test(address.protocol) || address.username !== '')
    throw new ImportError(`${url} is no address: write one such as https://erp.example/odata/v4/billing.`);
  return openUpstream(configOfAddress(kind, connection, address), connection);
}

function connectionNote(adapter: string, connection: string, address: URL | null): string {
  const path = address?.pathname.replace(/\/+$/, '') ?? '';
  const options = path === '' || adapter === 'rest' ? '' : `, options: { path: ${path} }`;
  const url = address === null ? 'https://…' : `${address.origin}${adapter === 'rest' ? path : ''}`;
  return `The configuration needs this connection: ${connection}: { adapter: ${adapter}, url: ${url}, auth: { grant: none }${options} }.`;
}
