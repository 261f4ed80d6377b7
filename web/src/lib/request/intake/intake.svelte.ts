import { newId } from '@ww/shared/id';
import { orThrow, run } from '#lib/graphql/client.ts';
import type { VariablesOf } from '#lib/graphql/schema.ts';
import { serverNow } from '#lib/graphql/server-time.ts';
import { FormState } from '#lib/ui/form-state.svelte.ts';
import type { Row } from '../documents.ts';
import { Create } from '../mutations.ts';
import { checkIntakeValues, emptyIntake, intakeInput, type IntakeValues } from './intake-values.ts';

export type IntakeForm = FormState<IntakeValues, { row: Row }>;
type Input = VariablesOf<typeof Create>['input'];

/** The sheet of one call. What was sent under a key is kept: "today" must not become another hour in a retry. */
export function intakeForm(district: string, personId: string, saved: (row: Row) => void): IntakeForm {
  let sent: Input | null = null;
  return new FormState(emptyIntake(district, personId, serverNow()), {
    check: (values) => checkIntakeValues(values, serverNow()),
    async send(values, key) {
      if (sent?.key !== key) sent = intakeInput(values, newId(), key, serverNow());
      return orThrow(run(Create, { input: sent }));
    },
    done: ({ row }) => saved(row),
  });
}
