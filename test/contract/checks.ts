import { abort } from './checks/abort.ts';
import { batches } from './checks/batches.ts';
import { capabilities } from './checks/capabilities.ts';
import { declarations } from './checks/declarations.ts';
import { errors } from './checks/errors.ts';
import { hostile } from './checks/hostile.ts';
import { joins } from './checks/joins.ts';
import { byKeys } from './checks/keys.ts';
import { law } from './checks/law.ts';
import { metadata } from './checks/metadata.ts';
import { related } from './checks/related.ts';
import { writes } from './checks/writes.ts';
import type { Check } from './setup.ts';

/** All tests of the contract, in the order in which an adapter is best built: declare, claim, read, look up, join, resist, fail, write. */
export const CHECKS: readonly Check[] = [
  ...declarations,
  ...capabilities,
  ...law,
  ...byKeys,
  ...batches,
  ...joins,
  ...related,
  ...hostile,
  ...abort,
  ...errors,
  ...metadata,
  ...writes,
];
