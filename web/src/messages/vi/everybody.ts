import { account } from './account.ts';
import { common } from './common.ts';
import { courses } from './courses.ts';
import { home } from './home.ts';
import { join } from './join.ts';
import { quiz } from './quiz.ts';

/** What learners, visitors and the frame of every page say; it comes with the first script. */
export const everybody = {
  common,
  home,
  courses,
  quiz,
  join,
  account,
};
