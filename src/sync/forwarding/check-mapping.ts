import { CasegraphError } from '../../contract/index.ts';
import type { OwnRows } from '../own-rows.ts';
import type { ForwardingRule } from './rule.ts';
import type { RuleTables } from './tables.ts';
import type { ToolPort } from './tool-port.ts';

/** What is wrong with a mapping, in words for the operator. */
export interface MappingProblem {
  readonly message: string;
  readonly hint: string;
  /** The values could not be compared at all. */
  readonly unknown?: true;
}

/**
 * Compares a mapping with the instance's choices and with the tool's own values: ServiceNow drops values that it does not know without a word. Where the lists
 * cannot be read the values are taken as they are, and the answer says so.
 */
export async function checkMapping(
  rule: ForwardingRule,
  tables: RuleTables,
  rows: OwnRows,
  tool: Pick<ToolPort, 'choices'>,
  signal: AbortSignal,
): Promise<readonly MappingProblem[]> {
  const sides = await Promise.all([
    orUnknown(`the choices of ${rule.table}`, () => checkColumns(rule, tables, rows)),
    orUnknown(`the states and severities of ${rule.from}`, () => checkTool(rule, tool, signal)),
  ]);
  return sides.flat();
}

async function orUnknown(
  what: string,
  check: () => Promise<readonly MappingProblem[]>,
): Promise<readonly MappingProblem[]> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof CasegraphError)) throw error;
    return [{ message: `${what} could not be read (${error.message})`, hint: TAKEN, unknown: true }];
  }
}

const TAKEN = 'The values of the configuration are taken as they are.';

async function checkColumns(
  rule: ForwardingRule,
  tables: RuleTables,
  rows: OwnRows,
): Promise<readonly MappingProblem[]> {
  const wanted = valuesOf(rule);
  const columns = [...wanted.keys()];
  const lists = await Promise.all(columns.map((column) => rows.choices(tables.record, column)));
  const problems: MappingProblem[] = [];
  for (const [index, column] of columns.entries()) {
    const list = lists[index];
    if (list === undefined || list.source === 'rows') {
      problems.push({
        message: `the choices of ${rule.table}.${column} could not be read`,
        hint: TAKEN,
        unknown: true,
      });
      continue;
    }
    const known = list.options.map(({ value }) => value);
    for (const value of wanted.get(column) ?? []) {
      if (known.includes(value)) continue;
      const message = `${rule.table}.${column} has no choice "${value}"`;
      problems.push({ message, hint: `It has: ${known.join(', ')}.` });
    }
  }
  return problems;
}

/** Values that the gateway would write, by column. */
function valuesOf({ states, close, severity }: ForwardingRule): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>();
  const add = (column: string, values: readonly string[]): void => {
    const known = wanted.get(column) ?? new Set();
    for (const value of values) known.add(value);
    wanted.set(column, known);
  };
  add('state', [states.new, states.open, states.resolved, ...Object.values(states.tool)]);
  if (close.codeField !== null) add(close.codeField, [close.code]);
  for (const each of [severity.primary, severity.secondary])
    if (each !== null) add(each.field, Object.values(each.values));
  return wanted;
}

async function checkTool(
  { from, states, severity }: ForwardingRule,
  tool: Pick<ToolPort, 'choices'>,
  signal: AbortSignal,
): Promise<readonly MappingProblem[]> {
  const known = await tool.choices(signal);
  const names = known.states.flatMap(({ value, label }) => [value, label]);
  const problems = missing(Object.keys(states.tool), names, `${from} has no state`);
  const misplaced = known.states.flatMap(({ value, label, open }): MappingProblem[] => {
    const own = states.tool[value] ?? states.tool[label];
    if (own === undefined || states.over.includes(own) !== open) return [];
    const hint = open ? 'It must not be one of "over".' : 'It must be one of "over".';
    return [
      { message: `the state ${label} of ${from} is ${open ? 'open' : 'over'}, and "${own}" is not`, hint },
    ];
  });
  const mapped = [severity.primary, severity.secondary].flatMap((each) => (each === null ? [] : [each]));
  const unmapped = mapped.flatMap(({ field, values }) =>
    known.severities
      .filter((name) => !Object.keys(values).some((each) => same(each, name)))
      .map((name) => ({
        message: `the severity ${name} of ${from} has no ${field}`,
        hint: 'The column stays as it is then.',
      })),
  );
  return [...problems, ...misplaced, ...unmapped];
}

function missing(
  wanted: readonly string[],
  known: readonly string[],
  message: string,
): readonly MappingProblem[] {
  return wanted
    .filter((name) => !known.some((each) => same(each, name)))
    .map((name) => ({ message: `${message} "${name}"`, hint: `It has: ${[...new Set(known)].join(', ')}.` }));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
