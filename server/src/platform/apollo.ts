import { ApolloServer } from '@apollo/server';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from './context.ts';
import { AppError } from './errors.ts';
import { formatError, formatRefusal } from './format-error.ts';
import { LIMITS, limitRules } from './limits.ts';

/** Apollo with our limits; every error leaves through `formatError`, which knows the request's id. */
export async function startApollo(schema: GraphQLSchema, log: Logger, production: boolean): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: !production,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: limitRules,
    formatError: formatRefusal,
    plugins: [
      {
        requestDidStart: () =>
          Promise.resolve({
            // Called also when the document holds no operation of the name that was asked for.
            didResolveOperation({ operation }: { operation?: OperationDefinitionNode }) {
              if (operation?.operation !== 'subscription') return Promise.resolve();
              throw new AppError('INVALID', { fields: [], http: { status: 400 } });
            },
            willSendResponse({ contextValue, response, errors }) {
              if (response.body.kind === 'single' && response.body.singleResult.errors) {
                const { singleResult } = response.body;
                singleResult.errors = singleResult.errors?.map((formatted, index) =>
                  formatError(formatted, errors?.[index], contextValue.requestId, log),
                );
              }
              return Promise.resolve();
            },
          }),
      },
    ],
  });
  await apollo.start();
  return apollo;
}
