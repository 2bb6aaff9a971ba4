import { getOperationAST, type ExecutionResult } from 'graphql';
import type { CallLog } from '../observe/call-log/call-log.ts';
import type { GraphContext } from '../graphql/context.ts';
import type { Execute } from '../http/index.ts';

/** Names an operation to the call log while it runs, and adds to its answer what it has asked of other systems. */
export async function followed(
  calls: CallLog,
  inAnswers: boolean,
  request: Parameters<Execute>[0],
  execute: (request: Parameters<Execute>[0]) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const { requestId, viewer } = request.context as GraphContext;
  const name = getOperationAST(request.document, request.operationName)?.name?.value ?? null;
  const operation = calls.open({ requestId, viewer: viewer.subject }, name);
  try {
    const result = await execute(request);
    if (!inAnswers) return result;
    return { ...result, extensions: { ...result.extensions, upstream: operation.calls.summary() } };
  } finally {
    operation.end();
  }
}
