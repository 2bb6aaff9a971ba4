import type { BoundTable } from '../../../src/contract/index.ts';

/** Language of choice labels where the declaration names none, and where an entry has not been translated. */
export const DEFAULT_LANGUAGE = 'en';

/** ServiceNow's own codes: two or three letters (`pb` is Brazilian Portuguese). */
export function isLanguageOption(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]{2,3}$/.test(value);
}

/** `@source(options: { language: "de" })`. */
export function languageOf({ options }: BoundTable): string {
  const { language } = options;
  return isLanguageOption(language) ? language : DEFAULT_LANGUAGE;
}
