import { account } from './en/account.ts';
import { analysis } from './en/analysis.ts';
import { audience } from './en/audience.ts';
import { authoring } from './en/authoring.ts';
import { bank } from './en/bank.ts';
import { calendar } from './en/calendar.ts';
import { campaigns } from './en/campaigns.ts';
import { captions } from './en/captions.ts';
import { certificates } from './en/certificates.ts';
import { common } from './en/common.ts';
import { competences } from './en/competences.ts';
import { courses } from './en/courses.ts';
import { downloads } from './en/downloads.ts';
import { home } from './en/home.ts';
import { invitation } from './en/invitation.ts';
import { items } from './en/items.ts';
import { join } from './en/join.ts';
import { marks } from './en/marks.ts';
import { materialDesk } from './en/material-desk.ts';
import { materials } from './en/materials.ts';
import { media } from './en/media.ts';
import { names } from './en/names.ts';
import { overview } from './en/overview.ts';
import { packages } from './en/packages.ts';
import { people } from './en/people.ts';
import { placing } from './en/placing.ts';
import { player } from './en/player.ts';
import { printed } from './en/printed.ts';
import { questionForm } from './en/question-form.ts';
import { quiz } from './en/quiz.ts';
import { recording } from './en/recording.ts';
import { table } from './en/table.ts';
import { teaching } from './en/teaching.ts';
import { tv } from './en/tv.ts';
import { uploading } from './en/uploading.ts';
import { watching } from './en/watching.ts';
import type { Messages } from './language.ts';

/** Every sentence of the site in English. */
export const en: Messages = {
  common,
  home,
  audience,
  calendar,
  certificates,
  courses,
  downloads,
  questionForm,
  quiz,
  items,
  join,
  invitation,
  marks,
  media,
  recording,
  materialDesk,
  names,
  uploading,
  captions,
  campaigns,
  overview,
  people,
  placing,
  materials,
  packages,
  player,
  printed,
  teaching,
  table,
  authoring,
  bank,
  analysis,
  competences,
  account,
  tv,
  watching,
};
