import { ApolloServer, HeaderMap } from '@apollo/server';
import type { ApolloServerPlugin, HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GatewayExecutionResult, GatewayInterface } from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import { answerType, JSON_TYPE } from '../exchange/media-type.ts';
import type { Limits } from '../limits/limits.ts';
import type { Execute, HttpLog, ServiceOptions } from '../options.ts';
import { isRequestError, withOurCode, withoutSuggestions } from './error-codes.ts';

export interface Execution<Context> {
  readonly method: 'GET' | 'POST';
  readonly headers: ReadonlyMap<string, string>;
  readonly search: string;
  readonly body: unknown;
  readonly context: Context;
  /** Error messages may propose names of the schema. */
  readonly suggestions: boolean;
}

export interface Executor<Context> {
  execute(execution: Execution<Context>): Promise<HTTPGraphQLResponse>;
  stop(): Promise<void>;
}

/** Apollo Server without what it does on its own: it validates, executes and words answers, nothing else. */
export async function startExecutor<Context extends object>(
  options: Pick<ServiceOptions<Context>, 'schema' | 'execute' | 'formatError' | 'log'>,
  limits: Limits,
): Promise<Executor<Context>> {
  const taciturn = new WeakSet<object>();
  const apollo = new ApolloServer<Context>({
    ...(options.execute === undefined
      ? { schema: options.schema }
      : { gateway: executedBy(options.schema, options.execute) }),
    plugins: [...quiet(), answers(taciturn)],
    formatError: (formatted, error) => options.formatError(withOurCode(formatted), error),
    includeStacktraceInErrorResponses: false,
    // Introspection and complexity have been decided before; this is the second line should the two ever count differently.
    introspection: true,
    maxRecursiveSelections: limits.selections * 2,
    parseOptions: { maxTokens: limits.tokens },
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: apolloLog(options.log),
  });
  await apollo.start();
  return {
    execute({ method, headers, search, body, context, suggestions }) {
      const httpGraphQLRequest = { method, headers: new HeaderMap(headers), search, body };
      if (!suggestions) taciturn.add(httpGraphQLRequest);
      return apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context });
    },
    stop: () => apollo.stop(),
  };
}

/** Apollo's way to be given another executor than its own. */
function executedBy(schema: GraphQLSchema, execute: Execute): GatewayInterface {
  return {
    load: async () => ({
      executor: async ({ document, operationName, request, context }) =>
        execute({
          schema,
          document,
          operationName,
          variables: request.variables,
          context,
        }) as Promise<GatewayExecutionResult>,
    }),
    onSchemaLoadOrUpdate(listener) {
      listener({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}

// The default plugins instrument every field: without them the same query is answered more than twice as often.
function quiet(): ApolloServerPlugin[] {
  return [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
}

/** `taciturn`: requests whose errors may not propose names. Apollo hands on the request itself, but only a copy of the context. */
function answers(taciturn: WeakSet<object>): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response, errors }) {
          const { body, http } = response;
          if (body.kind !== 'single' || errors === undefined) return;
          const plain = answerType(request.http?.headers.get('accept')) === JSON_TYPE;
          if (
            plain &&
            http.status === 400 &&
            errors.every((error) => isRequestError(error.extensions['code']))
          ) {
            http.status = 200;
          }
          if (
            request.http !== undefined &&
            taciturn.has(request.http) &&
            body.singleResult.data === undefined
          ) {
            body.singleResult.errors = body.singleResult.errors?.map(withoutSuggestions);
          }
        },
      };
    },
  };
}

function apolloLog(log: HttpLog) {
  const silent = (): void => undefined;
  return {
    debug: silent,
    info: silent,
    warn: (message: unknown) => log.warn({ from: 'apollo' }, String(message)),
    error: (message: unknown) => log.error({ from: 'apollo' }, String(message)),
  };
}
