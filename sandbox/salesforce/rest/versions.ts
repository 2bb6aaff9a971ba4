/** The oldest version still answered, and the newest: v20.0 was Winter '11, and there are three a year. */
const OLDEST = 20;
const NEWEST = 68;
const SEASONS = ['Winter', 'Spring', 'Summer'];

export interface ApiVersion {
  readonly label: string;
  readonly url: string;
  readonly version: string;
}

/** All versions, oldest first: clients take the last for the newest. */
export const VERSIONS: readonly ApiVersion[] = Array.from({ length: NEWEST - OLDEST + 1 }, (_, index) => {
  const version = `${OLDEST + index}.0`;
  const year = 11 + Math.floor(index / 3);
  return { label: `${SEASONS[index % 3]} '${year}`, url: `/services/data/v${version}`, version };
});

/** `v62.0` as `62.0`, or undefined if there is no such version. */
export function versionOf(segment: string): string | undefined {
  return VERSIONS.find(({ version }) => segment.toLowerCase() === `v${version}`)?.version;
}

const RESOURCES = ['composite', 'limits', 'query', 'queryAll', 'search', 'sobjects'];

/** `GET /services/data/vXX.X`: what there is, and the caller's identity URL, the only absolute one: jsforce fetches it. */
export function resourceMap(version: string, identity: string): Record<string, string> {
  const resources = RESOURCES.map((name) => [name, `/services/data/v${version}/${name}`]);
  return Object.fromEntries([...resources, ['identity', identity]]) as Record<string, string>;
}
