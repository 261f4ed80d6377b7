import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.generated';

/** Documents typed by the server's own schema. Masking is off: rows travel whole. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { ID: string; DateTimeISO: string };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
