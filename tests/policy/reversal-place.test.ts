import { reverse } from './reversal.ts';
import { WALKED } from './walk.ts';

reverse(WALKED.place);
