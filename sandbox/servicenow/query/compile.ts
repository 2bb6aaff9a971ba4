import type { TableDefinition } from '../dictionary/column.ts';
import type { Sight } from '../store/display.ts';
import type { Row } from '../store/row.ts';
import type { Alternatives, Condition, EncodedQuery, RelatedTerm, Term } from './ast.ts';
import { storedValue } from './class-name.ts';
import { holds } from './comparable.ts';
import { OPERATORS, textReader } from './operators.ts';
import type { Predicate } from './operators.ts';
import { holderOf, resolvePath } from './path.ts';
import type { QueryContext } from './scripted-value.ts';

export interface Compiler {
  readonly sight: Sight;
  readonly context: QueryContext;
}

/** One condition that could be understood; `term` only when it is a plain one. */
interface Compiled {
  readonly predicate: Predicate;
  readonly condition: Condition;
}

/** A query with what could not be understood left out. */
export interface CompiledQuery {
  /** Joined by OR; all alternatives of a group must hold. */
  readonly groups: readonly (readonly (readonly Compiled[])[])[];
  /** Something was left out. */
  readonly invalid: boolean;
  readonly matches: Predicate;
}

function compileTerm(compiler: Compiler, table: TableDefinition, term: Term): Predicate | undefined {
  const { sight, context } = compiler;
  const path = resolvePath(sight.store.dictionary, table, term.column);
  if (!path) return undefined;
  const { column } = path;
  const read = (row: Row): string => {
    const holder = holderOf(sight, path, row);
    return holder ? storedValue(holder, column) : '';
  };
  const readText = textReader(sight, path);
  return OPERATORS[term.operator]?.({ sight, context, path, column, read, readText, value: term.value });
}

function compileRelated(compiler: Compiler, term: RelatedTerm): Predicate | undefined {
  const { sight } = compiler;
  const table = sight.store.dictionary.get(term.table);
  if (!table?.columns.has(term.column)) return undefined;
  const matches = compileGroup(compiler, table, term.where).matches;
  return (row) => {
    const rows = sight.store.lookup(table, term.column, row.values.sys_id);
    const count = rows.filter((related) => sight.visible(related) && matches(related)).length;
    return holds(term.comparison, count, term.count);
  };
}

/** All words must occur in the record's texts. */
function compileText(words: string, table: TableDefinition): Predicate {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const names = [...table.columns.values()].filter(({ type }) => type === 'string').map(({ name }) => name);
  return (row) => {
    const text = names.map((name) => row.values[name] ?? '').join('\n').toLowerCase(); // prettier-ignore
    return wanted.every((word) => text.includes(word));
  };
}

function compileCondition(
  compiler: Compiler,
  table: TableDefinition,
  condition: Condition,
): Predicate | undefined {
  if (condition.kind === 'term') return compileTerm(compiler, table, condition);
  if (condition.kind === 'related') return compileRelated(compiler, condition);
  return condition.kind === 'text' ? compileText(condition.words, table) : undefined;
}

function compileGroup(compiler: Compiler, table: TableDefinition, group: readonly Alternatives[]) {
  let invalid = false;
  const sets: Compiled[][] = [];
  for (const alternatives of group) {
    const set: Compiled[] = [];
    for (const condition of alternatives) {
      const predicate = compileCondition(compiler, table, condition);
      if (predicate) set.push({ predicate, condition });
      else invalid = true;
    }
    if (set.length > 0) sets.push(set);
  }
  const matches: Predicate = (row) => sets.every((set) => set.some(({ predicate }) => predicate(row)));
  return { sets, invalid, matches };
}

/**
 * Makes a query runnable. An unknown column or operator, or a value that cannot be evaluated, is left out and the rest
 * applies (facts 1.6); the caller decides by `invalid` whether that means no rows instead.
 */
export function compileQuery(compiler: Compiler, table: TableDefinition, query: EncodedQuery): CompiledQuery {
  const compiled = query.groups.map((group) => compileGroup(compiler, table, group));
  return {
    groups: compiled.map(({ sets }) => sets),
    invalid: compiled.some(({ invalid }) => invalid),
    matches: (row) => compiled.some(({ matches }) => matches(row)),
  };
}
