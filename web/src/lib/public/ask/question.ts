import type { FormState } from '#lib/ui/form-state.svelte.ts';
import type { AskValues } from './ask-values.ts';

/** What each question of the form is given. */
export interface QuestionProps {
  form: Pick<FormState<AskValues>, 'values' | 'errorOf' | 'clear'>;
  /** The time by which the choices of a term are made, the same on the server and in the browser. */
  now: Date;
}
