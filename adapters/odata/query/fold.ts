/**
 * Letters whose lower case is not the same everywhere: sigma at the end of a word, the Turkish i's, the signs for Kelvin and Ångström.
 */
const DISPUTED = /[Σσςıİſ\u212a\u212bẞß]/u;

/**
 * The text in lower case, as `tolower()` of a service gives it; null where services disagree, so that the engine has to compare.
 */
export function folded(text: string): string | null {
  if (DISPUTED.test(text)) return null;
  const lower = text.toLowerCase();
  return lower.length === text.length && lower.toUpperCase().toLowerCase() === lower ? lower : null;
}
