import type { Draft } from './draft.ts';
import type { SnRecord } from './world.ts';
import { stamp } from './draft.ts';
import { DAY } from './moment.ts';

export type DomainName = 'TOP' | 'TOP/DEFAULT' | 'TOP/ACME' | 'TOP/ACME/EMEA' | 'TOP/GLOBEX';

export interface Domain {
  readonly name: DomainName;
  readonly id: string;
  /** `sys_domain_path`: three characters a level, so that a prefix is an ancestor. The exact encoding is from memory. */
  readonly path: string;
  /** How its groups and companies are called. */
  readonly label: string;
  /** Part of mail addresses. */
  readonly host: string;
}

export type Domains = Readonly<Record<DomainName, Domain>>;

const TREE: readonly { name: DomainName; parent?: DomainName; path: string; label: string; host: string }[] =
  [
    { name: 'TOP', path: '!!!/', label: 'Provider', host: 'provider.example' },
    { name: 'TOP/DEFAULT', parent: 'TOP', path: '!!!/!!!/', label: 'Default', host: 'default.example' },
    { name: 'TOP/ACME', parent: 'TOP', path: '!!!/!!#/', label: 'ACME', host: 'acme.example' },
    {
      name: 'TOP/ACME/EMEA',
      parent: 'TOP/ACME',
      path: '!!!/!!#/!!!/',
      label: 'ACME EMEA',
      host: 'emea.acme.example',
    },
    { name: 'TOP/GLOBEX', parent: 'TOP', path: '!!!/!!$/', label: 'Globex', host: 'globex.example' },
  ];

/** The domain tree. `global` stands beside it: it has no parent and everybody sees what is in it. */
export function addDomains(draft: Draft): Domains {
  const makeId = draft.sysIds('domain');
  const created = draft.now - 900 * DAY;
  const rows = draft.table('domain');
  rows.push(
    stamp({ sys_id: 'global', name: 'global', full_name: 'global', active: 'true' }, created, 'system'),
  );
  const made = new Map<DomainName, Domain>();
  for (const [index, { name, parent, path, label, host }] of TREE.entries()) {
    const domain: Domain = { name, id: makeId(index), path, label, host };
    made.set(name, domain);
    const record: SnRecord = {
      sys_id: domain.id,
      name: name.slice(name.lastIndexOf('/') + 1),
      full_name: name,
      active: 'true',
    };
    if (parent) record['parent'] = made.get(parent)?.id ?? '';
    rows.push(stamp(record, created, 'system'));
  }
  return Object.fromEntries(made) as Domains;
}

/** Puts a record into a domain. */
export function within(domain: Domain, record: SnRecord): SnRecord {
  record['sys_domain'] = domain.id;
  record['sys_domain_path'] = domain.path;
  return record;
}
