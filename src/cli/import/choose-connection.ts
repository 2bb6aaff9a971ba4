import type { Config } from '../../config/index.ts';
import { nearest } from '../../wording/nearest.ts';
import { ImportError } from './import-error.ts';

/** The connection to import through: the named one, or the only one of its kind. Throws ImportError. */
export function chooseConnection(
  { connections }: Config,
  adapter: string,
  wanted: string | undefined,
): string {
  const fitting = connections.filter((connection) => connection.adapter === adapter).map(({ name }) => name);
  if (wanted !== undefined) {
    const found = connections.find(({ name }) => name === wanted);
    if (found === undefined) {
      const near = nearest(wanted, fitting);
      throw new ImportError(
        `There is no connection ${wanted} in the configuration. ${near === null ? `Known: ${connections.map(({ name }) => name).join(', ')}.` : `Did you mean ${near}?`}`,
      );
    }
    if (found.adapter !== adapter)
      throw new ImportError(
        `The connection ${wanted} is of the kind ${found.adapter}: write casegraph import ${found.adapter} …`,
      );
    return wanted;
  }
  const [only, ...more] = fitting;
  if (only === undefined)
    throw new ImportError(`The configuration has no connection with adapter: ${adapter}. Add one.`);
  if (more.length > 0)
    throw new ImportError(
      `There are several connections of the kind ${adapter}: choose one with --connection ${fitting.join(', or ')}.`,
    );
  return only;
}
