import type { Command } from 'commander';
import { runSandbox } from '../../sandbox/main.ts';

export function sandbox(program: Command): void {
  program
    .command('sandbox')
    .description(
      'Serve the sandbox systems: ServiceNow, Salesforce and an identity provider with demo data. --help lists its options.',
    )
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .action(async (_: unknown, command: Command) => {
      process.exitCode = await runSandbox(command.args);
    });
}
