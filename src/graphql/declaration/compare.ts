import type { DocumentNode } from 'graphql';
import type {
  BoundTable,
  Column,
  ColumnType,
  DescribedColumn,
  ObjectDescription,
  Problem,
} from '../../contract/index.ts';
import { nearest } from '../../wording/nearest.ts';
import { placeOf } from './place.ts';
import { problemAt, type DeclarationProblem } from './problem.ts';

const TEXTS: readonly ColumnType[] = ['id', 'reference', 'string', 'text', 'url', 'choice'];
const NUMBERS: readonly ColumnType[] = ['integer', 'decimal'];
const MOMENTS: readonly ColumnType[] = ['date', 'datetime', 'time'];

/**
 * Upstream types that a declared type can hold. Generous where some systems write a value so that both fit: a choice list may be kept as
 * numbers, a list as text. JSON holds everything.
 */
const HOLDS: Readonly<Record<ColumnType, readonly ColumnType[]>> = {
  id: [...TEXTS, ...NUMBERS],
  reference: [...TEXTS, ...NUMBERS],
  string: [...TEXTS, ...MOMENTS, 'list'],
  text: [...TEXTS, ...MOMENTS, 'list', 'json'],
  url: TEXTS,
  choice: [...TEXTS, ...NUMBERS, 'boolean'],
  integer: [...NUMBERS, 'choice', 'duration'],
  decimal: [...NUMBERS, 'choice', 'duration'],
  boolean: ['boolean'],
  date: ['date', 'datetime'],
  datetime: ['datetime'],
  time: ['time', 'datetime'],
  duration: ['duration', ...NUMBERS],
  list: ['list', ...TEXTS],
  json: [...TEXTS, ...NUMBERS, ...MOMENTS, 'boolean', 'duration', 'list', 'json'],
};

/**
 * What is wrong with the columns of a source by the upstream's own metadata: unknown ones, types that cannot hold what is there, references
 * that lead elsewhere. Nothing is said of a column that the metadata leaves open.
 */
export function compare(bound: BoundTable, description: ObjectDescription): readonly Problem[] {
  const known = new Map(description.columns.map((column) => [column.upstream, column]));
  return [...bound.columns.values()].flatMap((column) => {
    const found = known.get(column.upstream) ?? insensitive(known, column.upstream);
    if (found === undefined) return unknownColumn(column, description);
    return [...typeProblems(column, found), ...referenceProblems(bound, column, found)];
  });
}

/** Salesforce takes names in any case; where case matters, the probe of the connection finds it. */
function insensitive(
  known: ReadonlyMap<string, DescribedColumn>,
  upstream: string,
): DescribedColumn | undefined {
  const wanted = upstream.toLowerCase();
  return [...known.values()].find((column) => column.upstream.toLowerCase() === wanted);
}

/** A path through other objects is theirs to describe, and what could not be read may well be there. */
function unknownColumn(
  { name, upstream }: Column,
  { object, columns, complete, left = [] }: ObjectDescription,
): Problem[] {
  if (!complete || !/^\w+$/.test(upstream) || left.includes(upstream)) return [];
  const near = nearest(
    upstream,
    columns.map((column) => column.upstream),
  );
  const advice = near === null ? 'Name one that it has, or take the field out.' : `Did you mean ${near}?`;
  return [
    {
      column: name,
      message: `${object} has no column ${upstream}, or the account of the connection may not see it. ${advice}`,
    },
  ];
}

function typeProblems(column: Column, found: DescribedColumn): Problem[] {
  if (found.guessed === true || HOLDS[column.type].includes(found.type)) return [];
  return [
    {
      column: column.name,
      message: `${column.upstream} is declared as ${column.type}, but holds ${found.type} (${found.native}) there. Declare what it holds.`,
    },
  ];
}

function referenceProblems(bound: BoundTable, column: Column, found: DescribedColumn): Problem[] {
  return [...bound.joins].flatMap(([relation, join]) => {
    const target = join.table();
    if (join.column !== column.name || found.guessed === true) return [];
    const objects = found.references.map(({ object }) => object);
    if (objects.includes(target.object)) return keyProblems(relation, target, found);
    if (objects.length === 0)
      return [
        {
          column: column.name,
          message: `${relation} leads to ${target.name}, but ${column.upstream} is no reference there (${found.native}). Add join: false, or name another column.`,
        },
      ];
    return [
      {
        column: column.name,
        message: `${relation} leads to ${target.name} (${target.object}), but ${column.upstream} refers to ${objects.join(', ')} there. Lead to the table of that, or add join: false where rows of both have the same keys.`,
      },
    ];
  });
}

/** The reference may hold another column's value than the one that the declaration takes for the key. */
function keyProblems(relation: string, target: BoundTable, found: DescribedColumn): Problem[] {
  const held = found.references.find(({ object }) => object === target.object)?.column ?? null;
  const key = target.columns.get(target.key)?.upstream;
  if (held === null || key === undefined || held === key) return [];
  return [
    {
      message: `${relation} leads to the key of ${target.name} (${key}), but holds ${held} of ${target.object} there. Say so: to: "…".`,
    },
  ];
}

/** The same, each with its place in the declarations. */
export function upstreamProblems(
  documents: readonly DocumentNode[],
  bound: BoundTable,
  description: ObjectDescription,
): readonly DeclarationProblem[] {
  return compare(bound, description).map(({ message, column }) => {
    const node = placeOf(documents, bound, column);
    const told = `${bound.name}: ${message}`;
    return node === null ? { file: '(unknown)', line: 1, column: 1, message: told } : problemAt(node, told);
  });
}
