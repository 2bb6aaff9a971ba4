import { hash } from 'node:crypto';

/**
 * What both sides agreed on last. It stands in the ServiceNow record itself and is written together with what it speaks of, so that whoever looks next knows
 * which side has moved since, and what the gateway itself wrote is not taken for a move.
 */
export interface Mark {
  /** Connection to the tool. */
  readonly from: string;
  /** The record's state that the tool's state stood for. */
  readonly tool: string;
  /** The record's own state. */
  readonly desk: string;
  readonly severity: string;
  /** Short hash of title and summary. */
  readonly text: string;
  /** Comments made before it are carried neither way; milliseconds since 1970, in whole seconds. */
  readonly since: number;
}

/** Letters of the column correlation_display. */
const MOST_LETTERS = 100;
const MARK =
  /\[casegraph ([a-z][a-z0-9-]*):([^:\s\]]*):([^:\s\]]*):([^:\s\]]*):([^:\s\]]*):([0-9a-z]+)\]\s*$/;

/** `INC-123 [casegraph incidentio:2:1:1,1:3f9c2a:tf3k1c]` */
export function markText(reference: string, mark: Mark): string {
  const since = Math.floor(mark.since / 1_000).toString(36);
  const line = `[casegraph ${mark.from}:${mark.tool}:${mark.desk}:${mark.severity}:${mark.text}:${since}]`;
  const room = MOST_LETTERS - line.length - 1;
  return room < 1 ? line : `${reference.slice(0, room)} ${line}`;
}

/** `null` where the gateway has written none. */
export function readMark(display: string): Mark | null {
  const [, from, tool, desk, severity, text, since] = MARK.exec(display) ?? [];
  if (from === undefined || since === undefined) return null;
  return {
    from,
    tool: tool ?? '',
    desk: desk ?? '',
    severity: severity ?? '',
    text: text ?? '',
    since: parseInt(since, 36) * 1_000,
  };
}

/** Behind the tool's part of a mark: the tool is being asked to follow the record, so that where it does is no move of its own. */
const ASKED = '>';

export function asked(mark: Mark, desk: string): Mark {
  return { ...mark, tool: isAsked(mark) ? mark.tool : `${mark.tool}${ASKED}`, desk: marked(desk) };
}

export function isAsked({ tool }: Mark): boolean {
  return tool.endsWith(ASKED);
}

/** What every mark holds, for queries. */
export const MARK_TEXT = '[casegraph ';

/** A value as a mark holds it: as it is where it is short and plain, else a short hash of it. */
export function marked(value: string): string {
  return /^[A-Za-z0-9_-]{0,8}$/.test(value) ? value : `~${shortHash(value)}`;
}

export function shortHash(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 6);
}
