import { walk, WALKED } from './walk.ts';

walk(WALKED.place);
