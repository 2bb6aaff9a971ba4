import type { World, WorldOptions } from './world.ts';
import { createAllQuiet } from './allquiet.ts';
import { buyersOf } from './buyers.ts';
import { createCasePlanner } from './case-plan.ts';
import { addCases } from './cases.ts';
import { CAST } from './cast.ts';
import { addConsumers } from './consumers.ts';
import { addCustomers } from './customers.ts';
import { addDomains } from './domains.ts';
import { createDraft } from './draft.ts';
import { createErp } from './erp.ts';
import { addIncidentIo } from './incidentio.ts';
import { addFoundation } from './foundation.ts';
import { createJournal } from './journal.ts';
import { createPersonNames } from './names.ts';
import { createLogins, createPersonas } from './personas.ts';
import { addUnrelated, createRelated } from './related.ts';
import { addRoles } from './roles.ts';
import { addSalesforce } from './salesforce.ts';
import { createShipments } from './shipping.ts';
import { addStaff } from './staff.ts';
import { createTasks } from './task.ts';

export const DEFAULT_SEED = 'casegraph';
export const DEFAULT_CASES = 200;
/** The fixed "today" of the data. */
export const DEFAULT_NOW = Date.UTC(2026, 10, 15, 12);

/** Makes the demo data. The same options give the same world, to the byte. Throws a RangeError for less than one case. */
export function createWorld(options: WorldOptions = {}): World {
  const { seed = DEFAULT_SEED, cases = DEFAULT_CASES, now = DEFAULT_NOW } = options;
  if (!Number.isInteger(cases) || cases < 1)
    throw new RangeError(`cases must be a whole number of 1 or more, not ${cases}.`);
  const draft = createDraft(seed, cases, now);
  const domains = addDomains(draft);
  const grant = addRoles(draft);
  const foundation = addFoundation(draft, domains);
  const nextName = createPersonNames(
    draft.random('names'),
    CAST.map(({ userName }) => userName),
  );
  const staff = addStaff(draft, domains, grant, nextName);
  const accounts = addCustomers(draft, domains, foundation, grant, nextName);
  const consumers = addConsumers(draft, domains, grant, nextName);
  const around = { staff, foundation, addTask: createTasks(draft), addJournal: createJournal(draft) };
  const plan = createCasePlanner(draft, accounts, consumers);
  addCases(draft, { ...around, domains, related: createRelated(draft, around), plan });
  addUnrelated(draft, around, domains);
  addSalesforce(draft, accounts);
  const incidentio = addIncidentIo(draft);
  const allquiet = createAllQuiet(draft);
  const personas = createPersonas(staff, domains, accounts, consumers);
  const { servicenow, salesforce } = draft;
  const buyers = once(() => buyersOf(draft.table('customer_account')));
  const erp = once(() => createErp(draft, buyers()));
  const shipments = once(() => createShipments(draft, buyers()));
  return {
    seed,
    servicenow,
    logins: createLogins(personas),
    salesforce,
    personas,
    incidentio,
    allquiet,
    get erp() {
      return erp();
    },
    get shipments() {
      return shipments();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
