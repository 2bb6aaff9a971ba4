#!/usr/bin/env node
// Plain JavaScript that old versions of Node can read, so that they get the message below and not a syntax error.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { URL } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Casegraph needs Node 20.19 or newer; this is ${process.version}. Get a newer one from https://nodejs.org.`,
  );
}

const main = new URL('../dist/src/cli/main.js', import.meta.url);
if (!existsSync(main)) {
  fail('Casegraph has not been built yet. Run "npm ci" (or "npm run build") in its folder, then try again.');
}

// graphql checks every type and value for duplicate installations unless it is told that this is no workbench.
process.env.NODE_ENV ??= 'production';
await import(main.href);

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
