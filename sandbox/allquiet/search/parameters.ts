import { Problem } from '../problem.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The query of a request. Names are found in any case and unknown ones are passed over, as ASP.NET Core does; lists repeat the
 * name. What cannot be read is a 400 that names the parameter.
 */
export class Parameters {
  readonly #values = new Map<string, string[]>();

  constructor(query: URLSearchParams) {
    for (const [name, value] of query) {
      const key = name.toLowerCase();
      const values = this.#values.get(key);
      if (values === undefined) this.#values.set(key, [value]);
      else values.push(value);
    }
  }

  /** Undefined when it is not there or empty. */
  text(name: string): string | undefined {
    const value = this.#values.get(name.toLowerCase())?.[0];
    return value === '' ? undefined : value;
  }

  oneOf<T extends string>(name: string, known: readonly T[]): T | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : knownOf(name, value, known);
  }

  /** Undefined when none is given: then there is no condition. */
  list<T extends string>(name: string, known: readonly T[]): ReadonlySet<T> | undefined {
    const values = this.#list(name);
    return values && new Set(values.map((value) => knownOf(name, value, known)));
  }

  /** In lower case. */
  uuids(name: string): ReadonlySet<string> | undefined {
    const values = this.#list(name);
    const odd = values?.find((value) => !UUID.test(value));
    if (odd !== undefined) throw new Problem(400, `${name}: ${odd} is no UUID.`);
    return values && new Set(values.map((value) => value.toLowerCase()));
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined || value === 'true' || value === 'false') return value && value === 'true';
    throw new Problem(400, `${name}: is true or false.`);
  }

  /** Milliseconds since 1970; without a zone it is UTC. */
  moment(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const zoned = /T.*(Z|[+-]\d{2}:\d{2})$/.test(value) || !value.includes('T') ? value : `${value}Z`;
    const at = MOMENT.test(value) ? Date.parse(zoned) : Number.NaN;
    if (Number.isNaN(at))
      throw new Problem(400, `${name}: ${value} is no moment such as 2026-11-15T12:00:00Z.`);
    return at;
  }

  whole(name: string, least: number, most: number, otherwise: number): number {
    const value = this.text(name);
    if (value === undefined) return otherwise;
    const number = /^\d{1,10}$/.test(value) ? Number(value) : -1;
    if (number < least || number > most)
      throw new Problem(400, `${name}: is a whole number from ${least} to ${most}.`);
    return number;
  }

  #list(name: string): readonly string[] | undefined {
    const values = this.#values.get(name.toLowerCase())?.filter((value) => value !== '');
    return values === undefined || values.length === 0 ? undefined : values;
  }
}

function knownOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find((each) => each.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw new Problem(400, `${name}: ${value} is none of ${known.join(', ')}.`);
  return found;
}
