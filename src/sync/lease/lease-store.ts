/** Where leases stand: rows of an upstream table that all replicas share. Throws CasegraphError. */
export interface LeaseStore {
  /** Puts a row under the key unless there is one, and answers what stands there then; `null`: nothing, though it was put there. */
  claim(key: string, value: string, signal: AbortSignal): Promise<string | null>;
  /** Keys of rows whose term ended before a moment (milliseconds since 1970), as their value says; a hundred at most. */
  stale(before: number, signal: AbortSignal): Promise<readonly string[]>;
  remove(key: string, signal: AbortSignal): Promise<void>;
}
