/** The field that @embed gives a type. */
export const EMBED_FIELD = {
  name: 'embedUrl',
  label: 'Embedded page',
  description:
    "The row's page to be shown in a frame. Give the frame the policy that the table's metadata names under `frame`.",
} as const;
