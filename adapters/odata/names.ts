/** Identifiers of OData: a letter or underscore, then letters, digits and underscores, 128 at most (part 3, 15.2 SimpleIdentifier). */
const IDENTIFIER = /^[\p{L}_][\p{L}\p{Nd}_]{0,127}$/u;
const MOST_STEPS = 4;

export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name);
}

/** A property, or one inside a complex property: `Name`, `Address/City`. */
export function isPropertyPath(path: string): boolean {
  const steps = path.split('/');
  return steps.length <= MOST_STEPS && steps.every(isIdentifier);
}

/**
 * The navigation property that usually stands beside a foreign key: `CustomerID` and `CustomerId` by `Customer`, `customer_ID` by
 * `customer`; null where the name does not tell.
 */
export function navigationOf(property: string): string | null {
  const match = /^(.*[\p{L}\p{Nd}])(?:_(?:ID|Id|id)|ID|Id)$/u.exec(property);
  return match?.[1] ?? null;
}
