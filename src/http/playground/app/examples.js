// Read when the page is built: the same files that the documentation shows.
const queries = import.meta.glob('../../../../docs/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const variables = import.meta.glob('../../../../docs/examples/*.variables.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** One tab per example, in the order of the files' names. */
export const examples = Object.keys(queries)
  .sort()
  .map((path) => ({
    query: queries[path].trim(),
    variables: variables[path.replace(/\.graphql$/, '.variables.json')]?.trim() ?? null,
  }));

/** Changes when an example does, so that a new version's examples are not hidden by tabs kept from the old one. */
export const examplesVersion = fingerprint(JSON.stringify(examples));

function fingerprint(text) {
  let hash = 5381;
  for (let i = 0; i < text.length; i++) hash = (hash * 33 + text.charCodeAt(i)) >>> 0;
  return hash.toString(36);
}
