import { Command, CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../config/package-root.ts';
import { check } from './check.ts';
import { demo } from './demo.ts';
import { dev } from './dev.ts';
import { explainAccessCommand } from './explain-access.ts';
import { importCommand } from './import.ts';
import { fail } from './report.ts';
import { sandbox } from './sandbox.ts';
import { serve } from './serve.ts';

const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
  version: string;
};

const program = new Command('casegraph')
  .description(
    'A GraphQL federation gateway for customer service: cases, their related records and live third-party data as one schema.',
  )
  .version(version)
  .showHelpAfterError()
  .exitOverride();

for (const add of [serve, dev, sandbox, demo, check, explainAccessCommand, importCommand]) add(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else process.exitCode = fail(error);
}
