import { account } from './vi/account.ts';
import { authoring } from './vi/authoring.ts';
import { calendar } from './vi/calendar.ts';
import { campaigns } from './vi/campaigns.ts';
import { certificates } from './vi/certificates.ts';
import { common } from './vi/common.ts';
import { competences } from './vi/competences.ts';
import { courses } from './vi/courses.ts';
import { downloads } from './vi/downloads.ts';
import { home } from './vi/home.ts';
import { join } from './vi/join.ts';
import { media } from './vi/media.ts';
import { overview } from './vi/overview.ts';
import { people } from './vi/people.ts';
import { quiz } from './vi/quiz.ts';
import { table } from './vi/table.ts';
import { teaching } from './vi/teaching.ts';
import { tv } from './vi/tv.ts';

/** Every sentence of the site in Vietnamese: short, plain, at most about 15 words. */
export const vi = {
  common,
  home,
  calendar,
  certificates,
  courses,
  downloads,
  quiz,
  join,
  media,
  campaigns,
  overview,
  people,
  teaching,
  table,
  authoring,
  competences,
  account,
  tv,
};
