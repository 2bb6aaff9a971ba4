import type { DescribedColumn, GraphNames } from '../../../src/contract/index.ts';
import { casegraphOperators } from '../filter/operators.ts';
import type { Columns } from './columns.ts';
import type { Argument, ServiceSchema } from './introspection.ts';
import type { List, Ways } from './ways.ts';

type Values = Readonly<Record<string, unknown>>;

/** Rows of one request; most services give this many. */
const PAGE = 50;

export function optionsOf(
  schema: ServiceSchema,
  { list, one, keys }: Ways,
  { columns, labelled }: Columns,
  names: GraphNames,
): Values {
  const choices = [...labelled].flatMap((upstream) => {
    const name = names.column(upstream);
    return name === undefined ? [] : [[name, { value: 'value', label: 'label' }] as const];
  });
  const relations = columns.flatMap(({ upstream, references }) => {
    const relation = names.relation(upstream);
    const field = references[0]?.relation;
    return relation === undefined || field === undefined || field === relation
      ? []
      : [[relation, field] as const];
  });
  return {
    ...(list === null ? {} : { list: listOption(schema, list, columns, names) }),
    ...(one === null ? {} : { one }),
    ...(keys === null ? {} : { keys }),
    ...(choices.length === 0 ? {} : { choices: Object.fromEntries(choices) }),
    ...(relations.length === 0 ? {} : { relations: Object.fromEntries(relations) }),
  };
}

function listOption(
  schema: ServiceSchema,
  list: List,
  columns: readonly DescribedColumn[],
  names: GraphNames,
): Values {
  const { field, rows, result } = list;
  const count = ['totalCount', 'total', 'count'].find(
    (name) => result?.fields.get(name)?.type.name === 'Int',
  );
  const filter = filterOption(schema, field.arguments, columns, names);
  return {
    field: field.name,
    ...(rows === '' ? {} : { rows }),
    ...(count === undefined ? {} : { count }),
    ...(filter === null ? {} : { filter }),
    page: pageOption(list),
  };
}

function pageOption({ field, result }: List): Values {
  const typed = (name: string): Argument | undefined =>
    field.arguments.find((argument) => argument.name === name);
  const [first, after, limit, offset] = [
    typed('first'),
    typed('after'),
    typed('limit'),
    typed('offset') ?? typed('skip'),
  ];
  if (first !== undefined && after !== undefined && result?.fields.has('pageInfo') === true)
    return { style: 'relay', size: PAGE, types: { first: first.type.text, after: after.type.text } };
  if (limit !== undefined && offset !== undefined)
    return {
      style: 'offset',
      size: PAGE,
      limit: limit.name,
      offset: offset.name,
      types: { limit: limit.type.text, offset: offset.type.text },
    };
  return { style: 'none' };
}

/**
 * The filter of another Casegraph gateway, which is known to mean the same; of every other one, names alone do not tell what they mean, so
 * that the engine filters until somebody declares more.
 */
function filterOption(
  schema: ServiceSchema,
  given: readonly Argument[],
  columns: readonly DescribedColumn[],
  names: GraphNames,
): Values | null {
  const argument = given.find(({ name }) => name === 'filter');
  const inputs = argument === undefined ? undefined : schema.types.get(argument.type.name)?.inputs;
  if (
    argument === undefined ||
    inputs === undefined ||
    !['and', 'or', 'not'].every((name) => inputs.has(name))
  )
    return null;
  const tested = columns.filter(({ upstream, type }) => {
    const tests = schema.types.get(inputs.get(upstream)?.name ?? '')?.inputs;
    const needed = casegraphOperators(type).size > 0 ? ['eq', 'in', 'isNull'] : ['-'];
    return tests !== undefined && needed.every((name) => tests.has(name));
  });
  const named = tested.flatMap(({ upstream }) => names.column(upstream) ?? []);
  return named.length === 0 ? null : { style: 'casegraph', type: argument.type.text, columns: named };
}
