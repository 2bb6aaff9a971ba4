import { OVER, SLOTS, type Kind, type World } from './world.ts';

/** What holds whatever anybody did, read off the tables alone; the model is not asked. A text for each thing that does not. */

const ONE_OF: readonly Exclude<Kind, 'request'>[] = ['incident', 'problem', 'change'];

/** `settled`: interrupted calls have been repeated, so nothing is left behind any more; else `told` are the records that an error spoke of. */
export function broken(world: World, told: ReadonlySet<string>): readonly string[] {
  return [...atMostOne(world), ...orphans(world, told), ...notesTwice(world), ...domains(world)];
}

const removed = (journal: readonly string[], number: string): boolean =>
  journal.some((entry) => entry.endsWith(` ${number} was removed from this case.`));

/** Of each kind, one record at most that was made from the case is open and was not taken off it. */
function atMostOne({ cases, records }: World): readonly string[] {
  return [...cases.values()].flatMap((on) =>
    ONE_OF.flatMap((kind) => {
      const open = [...records.values()].filter(
        (row) =>
          row.kind === kind &&
          row.from === on.id &&
          !OVER[kind].includes(row.state) &&
          !removed(on.journal, row.number),
      );
      return open.length > 1
        ? [`${on.number} has made ${open.map(({ number }) => number).join(' and ')}, all open`]
        : [];
    }),
  );
}

/** A record that was made stands with its case, was taken off it, or says why it was canceled. */
function orphans({ cases, records }: World, told: ReadonlySet<string>): readonly string[] {
  const made = [...records.values()].filter(({ from, id }) => from !== '' && !told.has(id));
  const lone = made.filter(({ id, from, kind, number, withdrawn, parent, items }) => {
    if (withdrawn > 0) return false;
    const on = cases.get(from)!;
    if (kind === 'request') return parent !== from || items.length !== 1;
    return !SLOTS.some((slot) => on.slots[slot] === id) && !removed(on.journal, number);
  });
  const majors = [...cases.values()].filter(
    ({ id, from, journal }) =>
      from !== '' &&
      !told.has(id) &&
      cases.get(from)!.parent !== id &&
      !journal.includes('work_notes: Canceled'),
  );
  return [...lone, ...majors].map(({ number }) => `${number} is an orphan that nobody was told of`);
}

/** What is said once per record: that it was created, why it was canceled. */
function notesTwice({ cases, records }: World): readonly string[] {
  const once =
    /was created from this case\.$|^work_notes: (Canceled|This major case was made from|Put below|Accepted as)/;
  const twice = [...cases.values()].flatMap(({ number, journal }) =>
    journal
      .filter((entry, index) => once.test(entry) && journal.indexOf(entry) !== index)
      .map((entry) => `${number} says twice "${entry}"`),
  );
  const canceled = [...records.values()].filter(({ withdrawn }) => withdrawn > 1);
  return [...twice, ...canceled.map(({ number }) => `${number} was canceled twice`)];
}

function domains({ cases, records }: World): readonly string[] {
  return [...records.values(), ...cases.values()]
    .filter(({ from, domain }) => from !== '' && cases.get(from)!.domain !== domain)
    .map(({ number, domain }) => `${number} is in the domain ${domain}, not in its case's`);
}
