import type { Command } from 'commander';
import { runSandbox } from '../../sandbox/main.ts';

export function sandbox(program: Command): void {
  program
    .command('sandbox')
    .description(
      'Serve the sandbox systems with demo data: ServiceNow, Salesforce, an ERP system (OData), a shipping service (REST), incident.io, All Quiet and an identity provider. --help lists its options.',
    )
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .action(async (_: unknown, command: Command) => {
      process.exitCode = await runSandbox(command.args);
    });
}
