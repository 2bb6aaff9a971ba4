import { CasegraphError } from '../../contract/index.ts';
import type { GraphContext } from '../context.ts';
import type { UpstreamConnection } from '../generated/schema.ts';

/** What administrators see of the connections. Decided before any system is asked. */
export const connectionResolvers = {
  Query: {
    connections: async (
      _: unknown,
      __: unknown,
      { connections, viewer, signal }: GraphContext,
    ): Promise<readonly UpstreamConnection[]> => {
      if (!connections?.roles.some((role) => viewer.roles.has(role)))
        throw new CasegraphError(
          'forbidden',
          'Only administrators may see the state of the connections. Ask one for a role that can.',
        );
      const reports = await connections.reports(signal);
      return reports.map(({ name, domain, adapter, status, problems, checkedAt }) => ({
        name,
        domain,
        adapter,
        status,
        checkedAt,
        problems: problems.map(({ message, hint, tables }) => ({ message, hint, tables: [...tables] })),
      }));
    },
  },
};
