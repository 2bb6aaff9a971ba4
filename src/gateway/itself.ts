import type { Viewer } from '../access/viewer.ts';

/** The gateway as a viewer: reads what its own rules need, and nothing else is open to it. */
export const GATEWAY_ITSELF: Viewer = {
  subject: 'casegraph',
  name: 'Casegraph',
  kind: 'service',
  roles: new Set(['casegraph']),
  domain: 'global',
  domains: [],
};
