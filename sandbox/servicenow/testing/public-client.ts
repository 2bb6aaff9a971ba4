import { createRequire } from 'node:module';

/** What the tests use of npm servicenow-rest-api (MIT), which has no types: a public client, run over HTTPS. */
export interface PublicClient {
  setNetworkOptions(options: object): void;
  getTableData(fields: string[], filters: string[], table: string, done: (rows: unknown) => void): void;
  createNewTask(data: object, table: string, done: (row: unknown) => void): void;
  UpdateTask(table: string, number: string, data: object, done: (row: unknown) => void): void;
}

type Constructor = new (host: string, username: string, password: string) => PublicClient;

/**
 * A client of its own: the package keeps its network options for the whole process and takes them once only, so that each client is made from
 * a fresh copy of it.
 */
export function publicClient(
  host: string,
  username: string,
  password: string,
  options: object,
): PublicClient {
  const require = createRequire(import.meta.url);
  delete require.cache[require.resolve('servicenow-rest-api')];
  const client = new (require('servicenow-rest-api') as Constructor)(host, username, password);
  client.setNetworkOptions(options);
  return client;
}
