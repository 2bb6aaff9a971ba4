/** Headers of a delivery as node gives them: names in lower case. */
export type DeliveryHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A header that is there once and no longer than `longest` characters; `null` else. Looked at before anything is computed from it. */
export function headerOf(headers: DeliveryHeaders, name: string, longest: number): string | null {
  const value = headers[name];
  return typeof value === 'string' && value !== '' && value.length <= longest ? value : null;
}
