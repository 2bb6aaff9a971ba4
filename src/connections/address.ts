/** Where requests of an alias go. */
export interface Address {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Path that all of the address's paths lie below; empty or starting with `/`, without one at its end. */
  readonly base: string;
}

/** Takes an absolute http or https address apart. Paths are put behind it as they stand: parsing them again could change them. */
export function splitAddress(url: string): Address {
  const { origin, pathname } = new URL(url);
  return { origin, base: pathname.replace(/\/+$/, '') };
}
