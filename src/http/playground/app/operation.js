import { Kind, OperationTypeNode, parse } from 'graphql';

/**
 * The editor learns the name of the operation a moment after its text has changed. Somebody who changes tabs and runs at once would send the
 * name of the other tab with this text: where the text holds one operation only, that is the one meant.
 */
export function withItsOwnName(parameters) {
  const { query, operationName } = parameters;
  if (operationName === undefined || operationName === null) return parameters;
  const names = operationNames(query);
  if (names === null || names.length !== 1 || names[0] === operationName) return parameters;
  return { ...parameters, operationName: names[0] };
}

/** Whether what would run is a subscription. Text that is no GraphQL is none. */
export function isSubscription({ query, operationName }) {
  const operations = operationsIn(query) ?? [];
  const meant = operations.find(({ name }) => operations.length === 1 || name?.value === operationName);
  return meant?.operation === OperationTypeNode.SUBSCRIPTION;
}

/** `null` for text that is no GraphQL: the gateway says where it breaks. */
function operationNames(query) {
  return operationsIn(query)?.map(({ name }) => name?.value ?? null) ?? null;
}

function operationsIn(query) {
  try {
    return parse(query, { noLocation: true }).definitions.filter(
      ({ kind }) => kind === Kind.OPERATION_DEFINITION,
    );
  } catch {
    return null;
  }
}
