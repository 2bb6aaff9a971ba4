import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { packageRoot } from '../config/package-root.ts';
import { CASE_COLUMNS, VIEW_COLUMNS, demoTable, type DemoCase, type DemoView } from './demo-table.ts';
import { startDev } from './dev.ts';

interface WatchedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly requestBody: string;
  readonly status: number | null;
  readonly bytes: number;
  readonly durationMs: number;
}

/** The queries that are run, and how their answers are shown. */
const SHOWS = [
  {
    title: 'Cases, what they are related to, and what their accounts are buying',
    file: '1-customer-context.graphql',
    table: (rows: readonly unknown[]) => demoTable(CASE_COLUMNS, rows as readonly DemoCase[]),
  },
  {
    title: 'Cases with all that Salesforce, the ERP system and the shipping service know of their accounts',
    file: '5-one-view.graphql',
    table: (rows: readonly unknown[]) => demoTable(VIEW_COLUMNS, rows as readonly DemoView[]),
  },
] as const;

/** Logs in everywhere, so that the requests that are shown are those of the queries themselves. */
const WARM_UP = `{ cases(first: 1) { nodes { number } } opportunities(first: 1) { nodes { name } }
  invoices(first: 1) { nodes { number } } shipments(first: 1) { nodes { id } } }`;

export function demo(program: Command): void {
  program
    .command('demo')
    .description(
      'Run the example queries against the sandbox; print the answers as tables and each upstream request they took.',
    )
    .option('--json', 'print the answers as JSON instead, one a line')
    .action(async ({ json }: { json?: boolean }) => {
      // Nothing but the queries shall ask the systems here.
      const tree = await startDev({ port: 0, cases: 200, deadline: 8, log: 'warn', live: false });
      try {
        const { servicenow, salesforce, erp, shipping, tokens } = tree.sandbox.report;
        const systems = [servicenow, salesforce, erp, shipping];
        const asked = (query: string) => ask(tree.gateway.graphql, tokens['agent-itsm'] ?? '', query);
        await asked(WARM_UP);
        for (const { title, file, table } of SHOWS) {
          const query = await readFile(join(packageRoot(), 'docs/examples', file), 'utf8');
          await Promise.all(systems.map((url) => fetch(`${url}/__sandbox/requests`, { method: 'DELETE' })));
          const started = performance.now();
          const answer = await asked(query);
          const milliseconds = Math.round(performance.now() - started);
          if (json) process.stdout.write(`${JSON.stringify(answer)}\n`);
          else {
            const rows = table(answer.data?.cases.nodes ?? []);
            process.stdout.write(`${title}\n\n${rows}${await requestList(systems, milliseconds)}\n`);
          }
          if (answer.errors !== undefined) process.exitCode = 1;
        }
      } finally {
        await tree.close();
      }
    });
}

interface Answer {
  readonly data?: { readonly cases: { readonly nodes: readonly unknown[] } };
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
  const requests = lists.flat();
  const head = `\n${requests.length} upstream requests, ${milliseconds} ms:\n\n`;
  return head + requests.map(requestText).join('\n');
}

const MOST_TEXT = 400;

function requestText({
  method,
  path,
  query,
  requestBody,
  status,
  bytes,
  durationMs,
}: WatchedRequest): string {
  const text = decodeURIComponent((query || requestBody).replaceAll('+', ' '));
  const shown = text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
  return `  ${method} ${path}  ->  ${status ?? '-'}, ${bytes} bytes, ${Math.round(durationMs)} ms\n      ${shown}\n`;
}
