import { pino, type Logger } from 'pino';
import { scrub } from './scrub.ts';

export type Log = Logger;

/** The log: one JSON object a line to the stream (standard error by default), scrubbed of secrets as text. */
export function createLog(
  level: string,
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log {
  return pino({ level, base: null }, { write: (line: string) => write(scrub(line)) });
}
