import {
  GraphQLError,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { planBelow, type FieldPlan, type Operation, type SelectionPlan } from './plan.ts';

/** One execution: what resolvers share, and where errors gather. */
export interface Execution extends Operation {
  readonly context: unknown;
  readonly errors: GraphQLError[];
  readonly info: (plan: FieldPlan, path: readonly (string | number)[]) => GraphQLResolveInfo;
}

type Path = (string | number)[];

/**
 * Completes an answer that is already there: rows are plain objects, and no field below a root waits for anything. Follows the specification's
 * rules for null and errors; a resolver below a root that answers a promise is a defect.
 */
export function completeSelection(
  execution: Execution,
  plan: SelectionPlan,
  source: object,
  path: Path,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key of plan.typeNames) result[key] = plan.type.name;
  for (const field of plan.fields) {
    path.push(field.key);
    result[field.key] = completeField(execution, field, source, path);
    path.pop();
  }
  return result;
}

function completeField(execution: Execution, plan: FieldPlan, source: object, path: Path): unknown {
  const depth = path.length;
  try {
    const { resolve } = plan.field;
    const value: unknown =
      resolve === undefined
        ? (source as Record<string, unknown>)[plan.name]
        : resolve(source, plan.arguments, execution.context, execution.info(plan, path));
    if (value instanceof Promise)
      throw new Error(`${plan.parent.name}.${plan.name} answers a promise below a root field`);
    return completeValue(execution, plan, plan.field.type, value, path);
  } catch (error) {
    const located = place(error, plan, path);
    path.length = depth;
    return absorb(execution, plan.field.type, located);
  }
}

/** A field that can be null takes the error; one that cannot hands it to the field above. */
export function absorb(
  execution: Pick<Execution, 'errors'>,
  type: GraphQLOutputType,
  error: GraphQLError,
): null {
  if (isNonNullType(type)) throw error;
  execution.errors.push(error);
  return null;
}

export function place(error: unknown, plan: FieldPlan, path: readonly (string | number)[]): GraphQLError {
  return locatedError(error, plan.nodes, [...path]);
}

/** Throws what the value is when it is an error, and for null where none may stand. */
export function completeValue(
  execution: Execution,
  plan: FieldPlan,
  type: GraphQLOutputType,
  value: unknown,
  path: Path,
): unknown {
  if (value instanceof Error) throw value;
  if (isNonNullType(type)) {
    const completed = completeValue(execution, plan, type.ofType as GraphQLOutputType, value, path);
    if (completed !== null) return completed;
    throw new Error(`Cannot return null for non-nullable field ${plan.parent.name}.${plan.name}.`);
  }
  if (value === null || value === undefined) return null;
  if (isLeafType(type)) return type.serialize(value);
  if (isListType(type)) return completeList(execution, plan, type.ofType, value, path);
  const objectType = isObjectType(type)
    ? type
    : typeOfValue(execution, plan, type as GraphQLOutputType, value, path);
  return completeSelection(execution, planBelow(execution, plan, objectType), value, path);
}

function completeList(
  execution: Execution,
  plan: FieldPlan,
  type: GraphQLOutputType,
  value: unknown,
  path: Path,
): unknown[] {
  if (!Array.isArray(value)) throw new Error(`${plan.parent.name}.${plan.name} is no list`);
  const depth = path.length;
  return value.map((item: unknown, index) => {
    path.push(index);
    try {
      return completeValue(execution, plan, type, item, path);
    } catch (error) {
      return absorb(execution, type, place(error, plan, path));
    } finally {
      path.length = depth;
    }
  });
}

/** An interface's value says itself which type it is. */
function typeOfValue(
  execution: Execution,
  plan: FieldPlan,
  type: GraphQLOutputType,
  value: object,
  path: Path,
): GraphQLObjectType {
  const resolveType = 'resolveType' in type ? type.resolveType : undefined;
  const name: unknown = resolveType?.(value, execution.context, execution.info(plan, path), type as never);
  const found = typeof name === 'string' ? execution.schema.getType(name) : undefined;
  if (!isObjectType(found)) throw new Error(`${plan.parent.name}.${plan.name} is of no known type`);
  return found;
}
