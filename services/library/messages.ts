import { competenceFramework } from '#shared/text/competence-framework.ts';
import type { NamesOf } from './domain/catalogue.ts';

/** The tracks as the plan of the sector names them. */
const TRACK_NAMES: Readonly<Record<string, string>> = {
  stem: 'STEM, STEAM',
  'computational-thinking': 'Tư duy máy tính',
  ai: 'Trí tuệ nhân tạo',
  security: 'An ninh mạng, an toàn số',
  'everyday-skills': 'Kỹ năng số hằng ngày',
};

const competenceNames: Readonly<Record<string, string>> = competenceFramework.names;

/** Vietnamese name of a track or a competence, as people look for it and harvesters list it. */
export const nameOf: NamesOf = ({ track, competence }) =>
  [track && (TRACK_NAMES[track] ?? track), competence && (competenceNames[competence] ?? competence)]
    .filter(Boolean)
    .join(' ');

/** The sets that harvesters can choose from. */
export const oaiSets = [
  ...Object.keys(TRACK_NAMES).map((track) => ({ spec: `track:${track}`, name: nameOf({ track }) })),
  ...Object.keys(competenceNames).map((competence) => ({
    spec: `competence:${competence}`,
    name: nameOf({ competence }),
  })),
];

export const catalogueName = 'TT GDTX Gia Định: kho học liệu số';
export const publisher = 'TT GDTX Gia Định';
