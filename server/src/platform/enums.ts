import { registerEnumType } from 'type-graphql';

/** A GraphQL enum of a closed list kept in `shared`. */
export function graphqlEnum<const T extends readonly string[]>(name: string, values: T): Record<T[number], T[number]> {
  const asEnum = Object.fromEntries(values.map((value) => [value, value])) as Record<T[number], T[number]>;
  registerEnumType(asEnum, { name });
  return asEnum;
}
