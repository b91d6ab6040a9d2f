import { analysis } from './analysis.ts';
import { authoring } from './authoring.ts';
import { bank } from './bank.ts';
import { campaigns } from './campaigns.ts';
import { captions } from './captions.ts';
import { competences } from './competences.ts';
import { invitation } from './invitation.ts';
import { marks } from './marks.ts';
import { materialDesk } from './material-desk.ts';
import { media } from './media.ts';
import { overview } from './overview.ts';
import { people } from './people.ts';
import { placing } from './placing.ts';
import { printed } from './printed.ts';
import { questionForm } from './question-form.ts';
import { teaching } from './teaching.ts';
import { uploading } from './uploading.ts';

/** What only the pages for work at a desk say; each of them brings what it needs, and no phone of a learner has any. */
export const desk = {
  marks,
  media,
  materialDesk,
  uploading,
  captions,
  campaigns,
  overview,
  teaching,
  authoring,
  bank,
  analysis,
  people,
  placing,
  printed,
  questionForm,
  competences,
  invitation,
};
