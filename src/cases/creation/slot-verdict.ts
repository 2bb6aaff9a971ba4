/** A record that stands in a slot already, as the next attempt finds it. */
export interface SlotHolder {
  /** Its correlation id. */
  readonly mark: string | null;
  /** Internal value of its state. */
  readonly state: string | null;
  /** When it was made, milliseconds since 1970. */
  readonly madeAt: number;
  /** The case's journal says that it was associated once, and the case has none now. */
  readonly takenOff: boolean;
}

/** An attempt that has not finished after this long has been given up: no request of ours lasts as long. Milliseconds. */
export const ABANDONED_AFTER = 60_000;

/**
 * What the holder of a slot means to an attempt: its own work (`ours`), somebody's who is still at it (`theirs`), what somebody left unfinished and
 * anybody may finish (`abandoned`), or nothing any more, so that the next slot is tried (`over`). `ended`: the states in which nobody works on it.
 */
export function slotVerdict(
  holder: SlotHolder,
  ended: ReadonlySet<string>,
  mark: string,
  now: number,
): 'ours' | 'theirs' | 'abandoned' | 'over' {
  if ((holder.state !== null && ended.has(holder.state)) || holder.takenOff) return 'over';
  if (holder.mark === mark) return 'ours';
  return now - holder.madeAt > ABANDONED_AFTER ? 'abandoned' : 'theirs';
}
