import { describe, expect, it } from 'vitest';
import { CHECKS } from './checks.ts';
import type { ContractSetup } from './setup.ts';

export type { BatchBounds, ContractSetup, Lookup, Target, Writable } from './setup.ts';

/** The promises of the adapter contract, as tests: every adapter runs them all. What is skipped says why, and the reasons are printed. */
export function contractSuite(setup: ContractSetup): void {
  const left = Object.entries(setup.skip ?? {});
  describe(`${setup.name} keeps the adapter contract`, () => {
    for (const check of CHECKS) {
      it(check.name, async ({ skip }) => {
        const reason = setup.skip?.[check.name] ?? check.unless?.(setup) ?? null;
        if (reason !== null) skip(reason);
        await check.run(setup);
      });
    }
    it('skips only tests that there are', () => {
      const names = CHECKS.map((check) => check.name);
      for (const [name, reason] of left) {
        expect(names).toContain(name);
        expect(reason.length).toBeGreaterThan(10);
        console.info(`${setup.name} skips "${name}": ${reason}`);
      }
    });
    it('has rows to look at', () => expect(setup.rows.length).toBeGreaterThan(10));
  });
}
