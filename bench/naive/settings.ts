/** Where the naive server finds its upstreams and what it logs in with; handed over as JSON in the environment. */
export interface NaiveSettings {
  readonly servicenow: {
    readonly url: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly username: string;
    readonly password: string;
  };
  readonly salesforce: {
    readonly url: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
}

export const SETTINGS_VARIABLE = 'BENCH_NAIVE_SETTINGS';

export function settingsFromEnvironment(environment: NodeJS.ProcessEnv): NaiveSettings {
  const text = environment[SETTINGS_VARIABLE];
  if (text === undefined)
    throw new Error(`${SETTINGS_VARIABLE} is not set: this server is started by bench/run.ts`);
  return JSON.parse(text) as NaiveSettings;
}
