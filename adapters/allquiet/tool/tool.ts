import type { IncidentTool } from '../../../src/contract/index.ts';
import { SEVERITIES } from '../objects.ts';
import { change } from './change.ts';
import { STATES } from './incident.ts';
import { changes, read } from './read.ts';

export const tool: IncidentTool = {
  read,
  changes,
  /** Fixed sets: nothing has to be asked. */
  choices: () => Promise.resolve({ states: STATES, severities: SEVERITIES }),
  change,
};
