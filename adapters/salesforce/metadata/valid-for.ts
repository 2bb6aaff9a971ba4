/**
 * Places of the bits that are set in a picklist entry's `validFor`: base64, the highest bit of the first byte being place 0. Each place is that
 * of a value in the controlling field's own list. (Documented for the describe call of the SOAP API; REST gives the same text.)
 */
export function positionsIn(validFor: unknown): readonly number[] {
  if (typeof validFor !== 'string' || !/^[A-Za-z0-9+/]{1,4000}={0,2}$/.test(validFor)) return [];
  const positions: number[] = [];
  Buffer.from(validFor, 'base64').forEach((byte, index) => {
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) positions.push(index * 8 + bit);
  });
  return positions;
}
