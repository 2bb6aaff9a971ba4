import { formatDateTime, parseDateTime } from '../store/time.ts';
import { calendarFunction } from './calendar.ts';

/** Who asks and when, for values that are computed. */
export interface QueryContext {
  readonly userId: string;
  readonly userName: string;
  readonly groups: readonly string[];
  readonly now: number;
}

const CALL = /^(?:gs\.)?(\w+)\((.*)\);?$/s;

/**
 * The value of a condition, with `javascript:` evaluated. Only the functions that the platform's own filter builder
 * writes are known; any other script is undefined, which makes the condition invalid.
 */
export function scriptedValue(text: string, context: QueryContext): string | undefined {
  if (!text.startsWith('javascript:')) return text;
  const [, name = '', argument = ''] = CALL.exec(text.slice('javascript:'.length).trim()) ?? [];
  if (name === 'getUserID') return context.userId;
  if (name === 'getUserName') return context.userName;
  if (name === 'getMyGroups') return context.groups.join(',');
  if (name === 'dateGenerate') return dateGenerate(argument);
  const time = calendarFunction(name, argument.trim() === '' ? NaN : Number(argument), context.now);
  return time === undefined ? undefined : formatDateTime(time);
}

function dateGenerate(argument: string): string | undefined {
  const [day = '', time = ''] = argument.split(',').map((part) => part.trim().replace(/^['"]|['"]$/g, ''));
  const clock = { start: '00:00:00', end: '23:59:59' }[time] ?? time;
  const text = clock === '' ? `${day} 00:00:00` : `${day} ${clock}`;
  return parseDateTime(text) === undefined ? undefined : text;
}
