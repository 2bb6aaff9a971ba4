/** What a configuration may refer to outside its file. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from: the configuration file's. */
  readonly folder: string;
  /** The text of a file; throws where it cannot be read. */
  readonly readFile: (path: string) => string;
  /** Secrets and files are not looked up: what they stand in is checked for its shape only, since it is not used. */
  readonly unused?: boolean;
}
