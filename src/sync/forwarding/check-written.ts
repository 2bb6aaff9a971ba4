import type { Ending } from './carry-out.ts';
import { readByKeys, type Desk } from './desk.ts';
import type { DeskIncident } from './desk-incident.ts';
import type { Pair } from './look.ts';
import { markText, marked, readMark } from './mark.ts';
import type { Columns, Step } from './step.ts';

/** A value that was sent, and is not there. */
export interface Dropped {
  readonly number: string;
  readonly field: string;
  readonly value: string;
}

interface Written extends Pair {
  readonly steps: readonly Step[];
  readonly ending: Ending;
}

/**
 * Reads records whose state was written once more. Where the instance kept another state, and nobody else has changed the record, the mark is corrected: or else
 * what was dropped would look like a move of the record.
 */
export async function checkWritten(
  desk: Desk,
  endings: readonly Written[],
  correct: (key: string, columns: Columns) => Promise<void>,
): Promise<readonly Dropped[]> {
  const sent = endings.flatMap(({ ending, steps, desk: record, tool }) => {
    const columns = steps.find(({ kind }) => kind === 'desk' || kind === 'create');
    if (ending.end !== 'done' || ending.wrote === 0 || columns === undefined) return [];
    if (columns.kind !== 'desk' && columns.kind !== 'create') return [];
    const key = columns.kind === 'create' ? columns.key : record?.key;
    const state = columns.columns['state'];
    return key === undefined || state === undefined ? [] : [{ key, state, steps, before: record, tool }];
  });
  if (sent.length === 0) return [];
  const found = new Map(
    (
      await readByKeys(
        desk,
        sent.map(({ key }) => key),
      )
    ).map((each) => [each.key, each]),
  );
  const dropped: Dropped[] = [];
  for (const { key, state, steps, before, tool } of sent) {
    const now = found.get(key);
    if (now === undefined || now.state === state || !isOurs(now, before, steps)) continue;
    dropped.push({ number: now.number, field: 'state', value: state });
    const mark = readMark(now.correlationDisplay);
    if (mark === null) continue;
    const display = markText(tool?.reference ?? '', { ...mark, desk: marked(now.state) });
    await correct(key, { correlation_display: display });
  }
  return dropped;
}

/** Whether the record was changed no more often than the gateway has changed it. */
function isOurs(now: DeskIncident, before: DeskIncident | null, steps: readonly Step[]): boolean {
  const changes = steps.filter(({ kind }) => kind === 'desk' || kind === 'entry').length;
  return now.version <= (before?.version ?? 0) + changes;
}
