import { Option, type Command } from 'commander';
import { decodeJwt } from 'jose';
import { createAuthenticator } from '../access/authenticate.ts';
import { viewerFromClaims } from '../access/authenticate-claims.ts';
import { OPERATIONS, type Operation } from '../access/rules.ts';
import type { Viewer } from '../access/viewer.ts';
import { loadConfig, type Config } from '../config/index.ts';
import { CasegraphError } from '../contract/index.ts';
import { explainAccess } from '../engine/explain-access.ts';
import type { TableDefinition } from '../engine/definition.ts';
import type { Catalog } from '../engine/scope.ts';
import { ADAPTERS } from '../gateway.ts';
import { adaptersOf } from '../gateway/adapters.ts';
import { readDeclarations } from '../gateway/declarations.ts';
import { buildCatalog } from '../graphql/declaration/catalog.ts';
import { suggestion } from '../graphql/declaration/problem.ts';
import { explanationText } from './explain-access-text.ts';

interface Options {
  readonly config: string;
  readonly environment?: string;
  readonly as: string;
  readonly table: string;
  readonly column?: string;
  readonly operation: Operation;
}

export function explainAccessCommand(program: Command): void {
  program
    .command('explain-access')
    .description(
      'Say which rules let a viewer do something with a table or a column, or keep the viewer from it.',
    )
    .requiredOption('-c, --config <file>', 'configuration file')
    .option('--environment <name>', "which of the connections' environments is used")
    .requiredOption(
      '--as <who>',
      'access token of the viewer, or its claims as JSON, which are taken as they are',
    )
    .requiredOption('-t, --table <name>', 'type of the table: Opportunity')
    .option('--column <name>', 'column or relation of the table')
    .addOption(
      new Option('--operation <name>', 'what is to be done').choices([...OPERATIONS]).default('read'),
    )
    .addHelpText(
      'after',
      '\nEnds with 0 when it is allowed, at least in some rows; 1 when it is denied; 2 for bad input.',
    )
    .action(async (options: Options, command: Command) => {
      try {
        process.exitCode = await explainTo((text) => process.stdout.write(text), options);
      } catch (error) {
        if (error instanceof BadInput || error instanceof CasegraphError)
          command.error(detailed(error), { exitCode: 2 });
        throw error;
      }
    });
}

class BadInput extends Error {}

/** Answers the exit code. Throws BadInput, CasegraphError for a viewer that the gateway would not take, ConfigError and DeclarationError. */
export async function explainTo(
  write: (text: string) => void,
  { config: file, environment, as, ...asked }: Options,
): Promise<number> {
  const config = await loadConfig(file, process.env, { adapters: Object.keys(ADAPTERS), environment });
  const catalog = await catalogOf(config);
  const table = tableOf(catalog, asked.table);
  const field = fieldOf(table, asked.column);
  const { viewer, note } = await viewerOf(config, as);
  const question = { viewer, table, field, operation: asked.operation };
  const explanation = explainAccess(question, catalog);
  write(`${note === null ? '' : `${note}\n`}${explanationText(question, explanation)}`);
  return explanation.decision.allowed ? 0 : 1;
}

async function catalogOf(config: Config): Promise<Catalog> {
  const adapters = adaptersOf(config);
  return buildCatalog(
    await readDeclarations(config),
    [...adapters.keys()],
    (bound) => adapters.get(bound.connection)?.check(bound) ?? [],
  );
}

function tableOf({ tables }: Catalog, name: string): TableDefinition {
  const table = tables.get(name);
  if (table !== undefined) return table;
  throw new BadInput(`There is no table ${name}. ${suggestion(name, [...tables.keys()])}`);
}

function fieldOf(
  { name, columns, references, lists }: TableDefinition,
  field: string | undefined,
): string | null {
  if (field === undefined) return null;
  const shown = [...columns.values()].filter(({ hidden }) => !hidden).map((column) => column.name);
  const known = [...shown, ...references.keys(), ...lists.keys()];
  if (known.includes(field)) return field;
  throw new BadInput(`${name} has no column ${field}. ${suggestion(field, known)}`);
}

/** Claims are taken as they are; a token is checked as the gateway would, unless its issuer's keys are not to be had. */
async function viewerOf(config: Config, as: string): Promise<{ viewer: Viewer; note: string | null }> {
  const { jwks, ...identity } = config.identity;
  if (as.trimStart().startsWith('{'))
    return { viewer: viewerFromClaims(claimsFrom(as), identity.claims), note: null };
  const authenticator = createAuthenticator({ ...identity, jwksUrl: jwks }, { now: Date.now, fetch });
  try {
    return { viewer: await authenticator.authenticate(`Bearer ${as}`), note: null };
  } catch (error) {
    if (!(error instanceof CasegraphError) || error.kind !== 'upstream-unavailable') throw error;
    const note = `The token was not verified: no keys from ${jwks}. What follows holds if it is genuine.`;
    return { viewer: viewerFromClaims(payloadOf(as), identity.claims), note };
  }
}

function payloadOf(token: string): Readonly<Record<string, unknown>> {
  try {
    return decodeJwt(token);
  } catch {
    throw new BadInput('--as is neither an access token nor claims as JSON.');
  }
}

function claimsFrom(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    throw new BadInput(
      '--as starts with { but is no JSON. Write \'{"sub": "ada", "kind": "agent", "roles": [], "domain": "TOP"}\'.',
    );
  }
}

/** This is for administrators, who may hear what is wrong with the claims. */
function detailed(error: Error): string {
  return error instanceof CasegraphError && error.detail !== undefined
    ? `${error.message} (${error.detail})`
    : error.message;
}
