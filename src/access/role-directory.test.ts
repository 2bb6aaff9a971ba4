import { describe, expect, it } from 'vitest';
import { RoleDirectory } from './role-directory.ts';
import type { Viewer } from './viewer.ts';

const VIEWER: Viewer = {
  subject: 'ann',
  name: 'Ann',
  kind: 'agent',
  roles: new Set(['admin']),
  domain: 'TOP',
  domains: [],
};

function directory(answers: (readonly string[] | Error)[]) {
  const clock = { now: 1_000_000 };
  const asked: string[] = [];
  const roles = new RoleDirectory({
    now: () => clock.now,
    keep: 10,
    read: async (subject) => {
      asked.push(subject);
      const answer = answers.shift() ?? [];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { clock, asked, rolesOf: async () => [...(await roles.withRoles(VIEWER)).roles] };
}

describe('RoleDirectory', () => {
  it("takes the directory's roles, none of the token's", async () => {
    const { rolesOf } = directory([['itil']]);
    expect(await rolesOf()).toEqual(['itil']);
  });

  it('is believed for so long and not longer', async () => {
    const { rolesOf, clock, asked } = directory([['itil'], []]);
    expect(await Promise.all([rolesOf(), rolesOf()])).toEqual([['itil'], ['itil']]);
    clock.now += 9_999;
    expect(await rolesOf()).toEqual(['itil']);
    clock.now += 1;
    expect(await rolesOf()).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it('lets nobody in by guessing, and asks again after a failure', async () => {
    const { rolesOf } = directory([new Error('away'), ['itil']]);
    await expect(rolesOf()).rejects.toThrow('away');
    expect(await rolesOf()).toEqual(['itil']);
  });
});
