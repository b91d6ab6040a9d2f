import { account } from './account.ts';
import { calendar } from './calendar.ts';
import { certificates } from './certificates.ts';
import { common } from './common.ts';
import { courses } from './courses.ts';
import { downloads } from './downloads.ts';
import { home } from './home.ts';
import { join } from './join.ts';
import { quiz } from './quiz.ts';
import { table } from './table.ts';

/** What learners, visitors and the frame of every page say; it comes with the first script. */
export const everybody = {
  common,
  home,
  calendar,
  certificates,
  courses,
  downloads,
  quiz,
  join,
  account,
  table,
};
