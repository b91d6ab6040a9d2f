import { analysis } from './analysis.ts';
import { authoring } from './authoring.ts';
import { bank } from './bank.ts';
import { campaigns } from './campaigns.ts';
import { competences } from './competences.ts';
import { invitation } from './invitation.ts';
import { marks } from './marks.ts';
import { media } from './media.ts';
import { overview } from './overview.ts';
import { people } from './people.ts';
import { table } from './table.ts';
import { teaching } from './teaching.ts';

/** What only the pages for work at a desk say; it comes with the first of them, not to every phone. */
export const desk = {
  marks,
  media,
  campaigns,
  overview,
  teaching,
  table,
  authoring,
  bank,
  analysis,
  people,
  competences,
  invitation,
};
