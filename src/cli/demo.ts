import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { packageRoot } from '../config/package-root.ts';
import { demoTable, type DemoCase } from './demo-table.ts';
import { startDev } from './dev.ts';

interface WatchedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number | null;
  readonly bytes: number;
  readonly durationMs: number;
}

export function demo(program: Command): void {
  program
    .command('demo')
    .description(
      'Run the example query against the sandbox; print the answer as a table and each upstream request it took.',
    )
    .option('--json', 'print the answer as JSON instead')
    .action(async ({ json }: { json?: boolean }) => {
      const tree = await startDev({ port: 0, cases: 200, deadline: 8, log: 'warn' });
      try {
        const { report } = tree.sandbox;
        const systems = [report.servicenow, report.salesforce];
        const query = await readFile(join(packageRoot(), 'docs/examples/1-customer-context.graphql'), 'utf8');
        await ask(
          tree.gateway.graphql,
          report.tokens['agent-itsm'] ?? '',
          '{ cases(first: 1) { nodes { account { opportunities(first: 1) { nodes { name } } } } } }',
        );
        await Promise.all(systems.map((url) => fetch(`${url}/__sandbox/requests`, { method: 'DELETE' })));
        const started = performance.now();
        const answer = await ask(tree.gateway.graphql, report.tokens['agent-itsm'] ?? '', query);
        const milliseconds = Math.round(performance.now() - started);
        process.stdout.write(
          json ? `${JSON.stringify(answer, null, 2)}\n` : demoTable(answer.data?.cases.nodes ?? []),
        );
        if (!json) process.stdout.write(await requestList(systems, milliseconds));
        if (answer.errors !== undefined) process.exitCode = 1;
      } finally {
        await tree.close();
      }
    });
}

interface Answer {
  readonly data?: { readonly cases: { readonly nodes: readonly DemoCase[] } };
  readonly errors?: readonly unknown[];
}

async function ask(url: string, token: string, query: string): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await response.json()) as Answer;
}

async function requestList(systems: readonly string[], milliseconds: number): Promise<string> {
  const lists = await Promise.all(
    systems.map(
      async (url) =>
        ((await (await fetch(`${url}/__sandbox/requests`)).json()) as { requests: WatchedRequest[] })
          .requests,
    ),
  );
  const lines = lists.flat().map(({ method, path, query, status, bytes, durationMs }) => {
    const text = decodeURIComponent(query.replaceAll('+', ' '));
    return `  ${method} ${path}  ->  ${status ?? '-'}, ${bytes} bytes, ${Math.round(durationMs)} ms\n      ${text.length > 400 ? `${text.slice(0, 400)}…` : text}\n`;
  });
  return `\n${lines.length} upstream requests, ${milliseconds} ms:\n\n${lines.join('\n')}`;
}
