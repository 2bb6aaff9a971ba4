/** Why nothing was imported. Its message is for the person at the terminal and says what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
