import { failureOf, notJson, unreadable } from './errors.ts';
import type { Answer, Doing } from './errors.ts';
import type { Upstream } from './read/rows.ts';

/** The `result` of a successful answer. Throws CasegraphError for every other answer. */
export function resultOf(answer: Answer, doing: Doing): unknown {
  if (answer.status < 200 || answer.status > 299) throw failureOf(answer, doing);
  const { json } = answer;
  if (json === undefined) throw notJson(answer);
  if (typeof json !== 'object' || json === null || !('result' in json))
    throw unreadable('a body without result');
  return json.result;
}

/** The records of a list. */
export function recordsOf(answer: Answer, doing: Doing): readonly Upstream[] {
  const result = resultOf(answer, doing);
  if (!Array.isArray(result) || !result.every(isRecord))
    throw unreadable('a result that is not a list of records');
  return result;
}

/** The one record of an answer to a read or a write of one. */
export function recordOf(answer: Answer, doing: Doing): Upstream {
  const result = resultOf(answer, doing);
  if (!isRecord(result)) throw unreadable('a result that is not a record');
  return result;
}

function isRecord(value: unknown): value is Upstream {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
