/** A read that is started with others and may turn out not to be needed: until it is awaited it may fail unheard. */
export function held<T>(read: Promise<T>): Promise<T> {
  read.catch(() => undefined);
  return read;
}
