import { examplesVersion } from './examples.js';

const PREFIX = `casegraph:${examplesVersion}:`;

/** Where GraphiQL keeps tabs and layout. Tokens are never put here: they live as long as the page. */
export const storage = {
  getItem: (key) => attempt(() => localStorage.getItem(PREFIX + key)),
  setItem: (key, value) => localStorage.setItem(PREFIX + key, value),
  removeItem: (key) => attempt(() => localStorage.removeItem(PREFIX + key)),
  clear: () => own().forEach((key) => localStorage.removeItem(key)),
  get length() {
    return own().length;
  },
};

function own() {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

function attempt(read) {
  try {
    return read() ?? null;
  } catch {
    return null;
  }
}
