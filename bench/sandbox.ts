import { type Child, startChild } from './child.ts';
import { MEASURED } from './command.ts';

/** What `casegraph sandbox --json` prints. */
export interface SandboxReport {
  readonly servicenow: string;
  readonly salesforce: string;
  readonly identity: string;
  readonly credentials: {
    readonly servicenow: { clientId: string; clientSecret: string; user: string; privateKeyFile: string };
    readonly salesforce: { clientId: string; username: string; audience: string; privateKeyFile: string };
  };
  readonly tokens: Readonly<Record<string, string>>;
}

export interface Sandbox {
  readonly child: Child;
  readonly report: SandboxReport;
  /** Requests that both systems have been asked so far, those for tokens left out; and lets the sandbox forget them. */
  takeRequests(): Promise<number>;
}

const TOKEN_PATHS: readonly string[] = ['/oauth_token.do', '/services/oauth2/token'];

export async function startSandbox(cli: readonly string[], core: number, cases: number): Promise<Sandbox> {
  const args = [...MEASURED, ...cli, 'sandbox', '--json', '--port', '0', '--cases', String(cases)];
  const child = await startChild(args, { core, awaitsLine: true });
  const report = JSON.parse(child.line) as SandboxReport;
  const take = async (url: string): Promise<number> => {
    const answer = await fetch(`${url}/__sandbox/requests`);
    const { requests } = (await answer.json()) as { requests: { path: string }[] };
    await fetch(`${url}/__sandbox/requests`, { method: 'DELETE' });
    return requests.filter(({ path }) => !TOKEN_PATHS.includes(path)).length;
  };
  return {
    child,
    report,
    takeRequests: async () => (await take(report.servicenow)) + (await take(report.salesforce)),
  };
}
