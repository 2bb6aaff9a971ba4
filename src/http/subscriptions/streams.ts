import { setMaxListeners } from 'node:events';
import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../access/viewer.ts';
import { HttpRefusal } from '../exchange/refusal.ts';
import { withoutSuggestions } from '../graphql/error-codes.ts';
import { tooDeepInput } from '../limits/check-document.ts';
import type { Judged } from '../limits/gate.ts';
import { jsonDeeperThan } from '../limits/json-depth.ts';
import type { Limits } from '../limits/limits.ts';
import type { ServiceOptions } from '../options.ts';
import { admission } from './admission.ts';
import { answersOf, type Answers } from './answers.ts';
import { boundedSignal } from './bounded-signal.ts';
import { createPlaces, type Places } from './places.ts';
import { codeOf, present, presentAll, validated, type Valid } from './present.ts';

/** An operation whose answers come one after the other, whatever carries them. */
export interface StreamRequest {
  /** `Bearer …`; looked at again at every event. */
  readonly authorization: string | undefined;
  readonly text: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>> | null;
  readonly requestId: string;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
}

/** What became of a request: answers, or why there are none. */
export type Opened = { readonly answers: Answers } | { readonly refused: readonly GraphQLFormattedError[] };

export interface Streams {
  /** Throws HttpRefusal and CasegraphError for what an HTTP client would be refused with as well. */
  open(request: StreamRequest): Promise<Opened>;
  /** Ends all that run; their clients come back to whoever serves then. */
  end(): void;
  readonly ended: boolean;
}

const KEPT_DOCUMENTS = 500;

/** Runs subscriptions, and for clients that send everything over one connection, queries and mutations. */
export function createStreams<Context extends object>(
  options: ServiceOptions<Context>,
  limits: Limits,
  gate: (text: string) => Judged,
): Streams {
  const documents = new LRUCache<string, Valid>({ max: KEPT_DOCUMENTS });
  const over = new AbortController();
  const places = createPlaces(limits);
  const valid = (text: string, hash: string): Valid => {
    const known = documents.get(hash) ?? validated(options, text);
    documents.set(hash, known);
    return known;
  };
  return {
    async open(request) {
      const viewer = await options.authenticate(request.authorization);
      const judged = judge(request, limits, gate);
      const open = options.mode === 'dev' || options.mayIntrospect(viewer);
      if (judged.introspects && !open)
        throw new HttpRefusal(403, 'FORBIDDEN', 'You may not ask for the schema of this gateway.');
      const { document, errors } = valid(request.text, judged.hash);
      if (document === null) return { refused: open ? errors : errors.map(withoutSuggestions) };
      const running = { options, limits, request, document, hash: judged.hash };
      return start(running, { viewer, places, over: over.signal });
    },
    end: () => over.abort(),
    get ended() {
      return over.signal.aborted;
    },
  };
}

function judge(
  { text, variables }: StreamRequest,
  limits: Limits,
  gate: (text: string) => Judged,
): { readonly hash: string; readonly introspects: boolean } {
  const { verdict, hash } = gate(text);
  const judged = jsonDeeperThan(limits.inputDepth, variables) ? tooDeepInput(limits.inputDepth) : verdict;
  if (judged.kind === 'refused') throw new HttpRefusal(400, 'QUERY_TOO_COMPLEX', judged.message);
  return { hash, introspects: judged.kind === 'accepted' && judged.introspects };
}

interface Operation<Context extends object> {
  readonly options: ServiceOptions<Context>;
  readonly limits: Limits;
  readonly request: StreamRequest;
  readonly document: DocumentNode;
  readonly hash: string;
}

interface Beginning {
  readonly viewer: Viewer;
  readonly places: Places;
  /** Aborted when all streams end. */
  readonly over: AbortSignal;
}

async function start<Context extends object>(
  operation: Operation<Context>,
  { viewer, places, over }: Beginning,
): Promise<Opened> {
  const { options, limits, request, document } = operation;
  const found = getOperationAST(document, request.operationName);
  if (!found) {
    const message =
      'The document has several operations, or none of that name: say which one with operationName.';
    return { refused: [present(options, new GraphQLError(message), 'BAD_USER_INPUT')] };
  }
  const ended = new AbortController();
  const signal = AbortSignal.any([request.signal, over, ended.signal]);
  // Each event's work listens to it for as long as that may take.
  setMaxListeners(0, signal);
  const admit = admission(options, request.authorization, viewer);
  const work = workOf(operation, admit, signal);
  if (found.operation !== OperationTypeNode.SUBSCRIPTION) return { answers: once(work.run) };
  const leave = places.take(viewer.subject);
  const source = await sourceOf(operation, work, signal).catch((error: unknown) => {
    leave();
    throw error;
  });
  if (!(Symbol.asyncIterator in source)) {
    leave();
    return { refused: (source.errors ?? []).map((error) => present(options, error, codeOf(error))) };
  }
  const answers = answersOf({
    events: source,
    run: work.run,
    check: async () => void (await admit()),
    refuse: (error) => ({ errors: [present(options, error)] }),
    every: limits.streamCheck,
    ended: signal,
    end: () => {
      ended.abort();
      leave();
    },
  });
  return { answers: returning(answers, ended) };
}

interface Work<Context> {
  /** The context of one event, with its viewer looked at anew. */
  readonly renew: () => Promise<Context>;
  readonly run: (event?: unknown) => Promise<FormattedExecutionResult>;
}

function workOf<Context extends object>(
  { options, limits, request, document, hash }: Operation<Context>,
  admit: () => Promise<Viewer>,
  signal: AbortSignal,
): Work<Context> {
  const { operationName, variables, requestId, text } = request;
  const renew = async (): Promise<Context> => {
    const viewer = await admit();
    const bounded = boundedSignal(signal, limits.operationDeadline);
    const asked = { text, hash };
    return options.createContext({ viewer, signal: bounded, requestId, document: asked, maxAge: null });
  };
  const executed = options.execute ?? plainly;
  return {
    renew,
    run: async (rootValue) => {
      const asked = { schema: options.schema, document, operationName, variables, rootValue };
      return presentAll(options, await executed({ ...asked, context: await renew() }));
    },
  };
}

async function sourceOf<Context extends object>(
  { options, request, document }: Operation<Context>,
  { renew }: Work<Context>,
  signal: AbortSignal,
) {
  return createSourceEventStream({
    schema: options.schema,
    document,
    operationName: request.operationName,
    variableValues: request.variables,
    contextValue: await renew(),
    rootValue: { renew, signal },
  });
}

/** A generator that waits does not hear that it shall return: it is told by the signal. */
function returning(answers: Answers, ended: AbortController): Answers {
  const end = answers.return.bind(answers);
  answers.return = (value) => {
    ended.abort();
    return end(value);
  };
  return answers;
}

async function* once(run: () => Promise<FormattedExecutionResult>): Answers {
  yield await run();
}

const plainly: NonNullable<ServiceOptions['execute']> = async ({ variables, context, ...rest }) =>
  execute({ ...rest, variableValues: variables, contextValue: context });
