import * as z from 'zod';
import { quizRules } from './contract-rules.ts';

/** The rules of a quiz with one attempt for which nothing else was chosen, as the contract fills them in. */
export const usualRules = z.object(quizRules).parse({ attemptsAllowed: 1, passHundredths: 500 });
