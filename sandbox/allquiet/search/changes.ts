import type { AqIncident } from '../../world/allquiet-records.ts';
import { Problem } from '../problem.ts';
import { commonFilter } from './filter.ts';
import { DEFAULT_LIMIT, MOST_ROWS } from './list.ts';
import type { Page } from './list.ts';
import type { Parameters } from './parameters.ts';

export interface Changes extends Page {
  readonly nextCursor: string | null;
}

/** The place behind an incident, in the order of changes. */
interface Watermark {
  readonly at: number;
  readonly id: string;
}

/**
 * What changed behind the cursor, oldest change first. The cursor is given also on the last page, to go on from later; where
 * nothing was found it stays as it was. Since counts as inside, and is passed over when there is a cursor.
 */
export function changesPage(visible: readonly AqIncident[], parameters: Parameters, now: number): Changes {
  const filter = commonFilter(parameters, now);
  const limit = parameters.whole('Limit', 1, MOST_ROWS, DEFAULT_LIMIT);
  const ids = parameters.uuids('IncidentIds');
  const cursor = parameters.text('Cursor');
  const since = parameters.moment('Since') ?? -Infinity;
  const from = cursor === undefined ? { at: since, id: '' } : readCursor(cursor);
  const found = visible
    .map((incident) => ({ incident, mark: markOf(incident) }))
    .filter(
      ({ incident, mark }) => compare(mark, from) > 0 && (ids?.has(incident.id) ?? true) && filter(incident),
    )
    .sort((a, b) => compare(a.mark, b.mark));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    incidents: page.map(({ incident }) => incident),
    hasMore: limit < found.length,
    nextCursor: last === undefined ? (cursor ?? null) : cursorAt(last.mark),
  };
}

function markOf({ lastUpdatedAt, id }: AqIncident): Watermark {
  return { at: Date.parse(lastUpdatedAt), id };
}

function compare(a: Watermark, b: Watermark): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

function cursorAt({ at, id }: Watermark): string {
  return Buffer.from(`${at}/${id}`).toString('base64url');
}

function readCursor(text: string): Watermark {
  const read = /^(\d{1,15})\/([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
  if (read?.[1] === undefined || read[2] === undefined)
    throw new Problem(400, 'Cursor: is not one that this API gave.');
  return { at: Number(read[1]), id: read[2] };
}
