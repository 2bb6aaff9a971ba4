import type { SnRecord } from '../../world/world.ts';
import type { Column, TableDefinition } from '../dictionary/column.ts';
import { lineage } from '../dictionary/dictionary.ts';
import type { Store } from '../store/store.ts';
import type { AclRule, Operation } from './acl-rule.ts';
import type { Caller } from './caller.ts';
import { HOUSE_RULES } from './house-rules.ts';

/** A decision that needs no record, or one that does. */
export type Decision = boolean | ((record: SnRecord) => boolean);

export function decided(decision: Decision, record: SnRecord): boolean {
  return typeof decision === 'boolean' ? decision : decision(record);
}

function and(a: Decision, b: Decision): Decision {
  if (a === false || b === false) return false;
  if (a === true) return b;
  if (b === true) return a;
  return (record) => a(record) && b(record);
}

function or(a: Decision, b: Decision): Decision {
  if (a === true || b === true) return true;
  if (a === false) return b;
  if (b === false) return a;
  return (record) => a(record) || b(record);
}

function ruleDecision(rule: AclRule, caller: Caller): Decision {
  if (caller.admin && rule.adminOverrides === true) return true;
  if (rule.roles === undefined && rule.condition === undefined) return false;
  if (rule.roles?.some((role) => caller.roles.has(role)) === false) return false;
  const { condition } = rule;
  return condition ? (record) => condition(record, caller) : true;
}

/** Row and column decisions by the platform's order (facts 8.6): deny-unless first, then the most specific allow-if point. */
export class Acls {
  readonly #rules: readonly AclRule[];
  readonly #known = new WeakMap<Caller, Map<string, Decision>>();
  readonly #store: Store;

  constructor(store: Store, extra: readonly AclRule[]) {
    this.#store = store;
    this.#rules = [...HOUSE_RULES.map((rule) => ({ adminOverrides: true, ...rule })), ...extra];
  }

  row(caller: Caller, table: TableDefinition, operation: Operation): Decision {
    return this.#remember(caller, `${operation} ${table.name}`, () => this.#row(caller, table, operation));
  }

  /** The column rule alone: the row rule must pass too. */
  column(caller: Caller, table: TableDefinition, column: Column, operation: Operation): Decision {
    return this.#remember(caller, `${operation} ${table.name}.${column.name}`, () => {
      const names = lineage(table).map(({ name }) => name);
      const points = [column.name, '*'].flatMap((name) => [...names, '*'].map((at) => [at, name] as const));
      return this.#decide(caller, points, operation, true);
    });
  }

  #row(caller: Caller, table: TableDefinition, operation: Operation): Decision {
    const points = [...lineage(table).map(({ name }) => name), '*'].map((at) => [at, undefined] as const);
    const own = this.#decide(caller, points, operation, false);
    return table.name === 'sys_journal_field' && operation === 'read' ? this.#journal(caller) : own;
  }

  /** A journal entry is read by who reads the journal column of its record. */
  #journal(caller: Caller): Decision {
    return (record) => {
      const table = this.#store.dictionary.get(record.name ?? '');
      const row = table && this.#store.get(table, record.element_id ?? '');
      const column = row?.table.columns.get(record.element ?? '');
      if (!row || !column) return caller.admin;
      const both = and(this.row(caller, row.table, 'read'), this.column(caller, row.table, column, 'read'));
      return decided(both, row.values);
    };
  }

  #decide(
    caller: Caller,
    points: readonly (readonly [table: string, column: string | undefined])[],
    operation: Operation,
    otherwise: boolean,
  ): Decision {
    const at = points.map(([table, column]) =>
      this.#rules.filter(
        (rule) => rule.table === table && rule.column === column && rule.operations.includes(operation),
      ),
    );
    const unless = at.flat().filter((rule) => rule.decision === 'denyUnless');
    const denied = unless.map((rule) => ruleDecision(rule, caller)).reduce(and, true);
    const allows = at.map((rules) => rules.filter((rule) => rule.decision !== 'denyUnless'));
    const nearest = allows.find((rules) => rules.length > 0);
    const allowed = nearest ? nearest.map((rule) => ruleDecision(rule, caller)).reduce(or, false) : otherwise;
    return and(denied, allowed);
  }

  #remember(caller: Caller, key: string, decide: () => Decision): Decision {
    const known = this.#known.get(caller) ?? new Map<string, Decision>();
    this.#known.set(caller, known);
    const decision = known.get(key) ?? decide();
    known.set(key, decision);
    return decision;
  }
}
