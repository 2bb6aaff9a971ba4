import { columnOf, joinOf } from '../../../src/contract/index.ts';
import type { BoundTable, Related } from '../../../src/contract/index.ts';
import { joinsOf } from '../capabilities.ts';
import { KEY, MOST_REFERENCES } from '../names.ts';
import { bothOf, isTooLarge } from './term.ts';
import type { Groups, Term } from './term.ts';

/** A column's name or path at the beginning of a term: lower case, as no operator is. */
const PATH = /^[a-z0-9_.]+/;

/**
 * Conditions on a related row as conditions on the row that refers to it: `nameLIKEx` behind `account` is `account.nameLIKEx`. Whether the platform puts
 * records without the reference among those that `account.name!=x` finds is not documented, so `account.sys_idISNOTEMPTY` stands beside
 * it: without a row there, no test of it holds. `null` where the path or the query would grow too long.
 */
export function behind(table: BoundTable, related: Related, groups: Groups): Groups | null {
  const reference = columnOf(table, joinOf(table, related.relation).column).upstream;
  const most = Math.min(joinsOf(table), MOST_REFERENCES);
  const prefixed = groups.map((group) => group.map((clause) => clause.map((term) => `${reference}.${term}`)));
  const all = bothOf([[[`${reference}.${KEY}ISNOTEMPTY`]]], prefixed);
  const terms = all.flatMap((group) => group.flat());
  return isTooLarge(all) || terms.some((term) => referencesIn(term) > most) ? null : all;
}

function referencesIn(term: Term): number {
  return (PATH.exec(term)?.[0] ?? '').split('.').length - 1;
}
