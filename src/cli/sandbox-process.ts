import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What `casegraph sandbox --json` prints. */
export interface SandboxReport {
  readonly servicenow: string;
  readonly servicenowTls: string;
  readonly salesforce: string;
  readonly identity: string;
  readonly erp: string;
  readonly shipping: string;
  readonly incidentio: string;
  readonly allquiet: string;
  readonly credentials: {
    readonly servicenow: {
      readonly clientId: string;
      readonly clientSecret: string;
      readonly user: string;
      readonly privateKeyFile: string;
    };
    readonly salesforce: {
      readonly clientId: string;
      readonly username: string;
      readonly audience: string;
      readonly privateKeyFile: string;
    };
    readonly erp: { readonly clientId: string; readonly clientSecret: string; readonly scope: string };
    readonly shipping: { readonly apiKey: string };
    readonly incidentio: { readonly apiKey: string; readonly webhookSecret: string };
    readonly allquiet: { readonly apiKey: string; readonly webhookToken: string };
  };
  readonly tokens: Readonly<Record<string, string>>;
}

export interface SandboxProcess {
  readonly report: SandboxReport;
  /** Resolves with its exit code when it ends by itself. */
  readonly ended: Promise<number | null>;
  close(): Promise<void>;
}

/** Starts the sandbox as a process of its own, which ends with this one. Throws what it says when it does not start. */
export async function startSandboxProcess(options: readonly string[]): Promise<SandboxProcess> {
  const child = spawn(
    process.execPath,
    [...process.execArgv, process.argv[1] ?? '', 'sandbox', '--json', '--with-parent', ...options],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const line = await firstLine(child, ended);
  return {
    report: JSON.parse(line) as SandboxReport,
    ended,
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

function firstLine(child: ChildProcess, ended: Promise<number | null>): Promise<string> {
  if (child.stdout === null) throw new Error('the sandbox has no standard output');
  const lines = createInterface({ input: child.stdout });
  const line = new Promise<string>((resolve) => lines.once('line', resolve));
  const end = ended.then((code) =>
    Promise.reject(new Error(`The sandbox did not start (exit code ${code ?? 'none'}).`)),
  );
  return Promise.race([line, end]);
}
