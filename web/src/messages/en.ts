import { account } from './en/account.ts';
import { authoring } from './en/authoring.ts';
import { campaigns } from './en/campaigns.ts';
import { common } from './en/common.ts';
import { competences } from './en/competences.ts';
import { courses } from './en/courses.ts';
import { home } from './en/home.ts';
import { media } from './en/media.ts';
import { overview } from './en/overview.ts';
import { people } from './en/people.ts';
import { quiz } from './en/quiz.ts';
import type { Messages } from './language.ts';

/** Every sentence of the site in English. */
export const en: Messages = {
  common,
  home,
  courses,
  quiz,
  media,
  campaigns,
  overview,
  people,
  authoring,
  competences,
  account,
};
