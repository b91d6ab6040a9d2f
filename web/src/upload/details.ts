import type { BodyOf, RequestFor } from '../api/types.ts';
import { OTHER_LICENCE } from '../materials/choices.ts';

type Announced = RequestFor<'requestUpload'>['body'];
type PeopleShown = NonNullable<BodyOf<'requestUpload'>['asset']['peopleShown']>;

/** Who can be recognised in a file; empty until the uploader has said. */
export type People = '' | 'nobody' | 'adults' | 'children';

/** What a form holds about a file besides its title; the same for all files of one upload unless one has its own. */
export type Details = {
  readonly courseId: string;
  readonly language: string;
  /** One of `LICENCES`, or `other` with its name in `otherLicence`; empty until chosen. */
  readonly licence: string;
  readonly otherLicence: string;
  readonly source: string;
  readonly competenceCodes: readonly string[];
  readonly people: People;
  readonly adultsAgreed: boolean;
  readonly parentsAgreed: boolean;
  readonly childrenAgreed: boolean;
};

/** As many as the service takes. */
const MAX_CODES = 12;

export const emptyDetails: Details = {
  courseId: '',
  language: 'vi',
  licence: '',
  otherLicence: '',
  source: '',
  competenceCodes: [],
  people: '',
  adultsAgreed: false,
  parentsAgreed: false,
  childrenAgreed: false,
};

/** Who is shown, as somebody says it now: a consent to something else that was said before is no consent to this. */
export const shownNow = (people: People) =>
  ({ people, adultsAgreed: false, parentsAgreed: false, childrenAgreed: false }) satisfies Partial<Details>;

/** What keeps a form from being sent; each has a sentence beside its field. */
export type Fault = 'licence' | 'source' | 'codes' | 'people' | 'consent';

const AGREED: Readonly<Record<Exclude<People, ''>, (details: Details) => boolean>> = {
  nobody: () => true,
  adults: ({ adultsAgreed }) => adultsAgreed,
  children: ({ parentsAgreed, childrenAgreed }) => parentsAgreed && childrenAgreed,
};

/** Whose work it is has to be known, or nobody can appraise it; children are shown with both consents or not at all. */
export function faultsOf(details: Details): readonly Fault[] {
  const { licence, otherLicence, source, competenceCodes, people } = details;
  const isUnnamed = licence === '' || (licence === OTHER_LICENCE && otherLicence.trim() === '');
  const checks: readonly (readonly [Fault, boolean])[] = [
    ['licence', isUnnamed],
    ['source', source.trim() === ''],
    ['codes', competenceCodes.length > MAX_CODES],
    ['people', people === ''],
    ['consent', people !== '' && !AGREED[people](details)],
  ];
  return checks.filter(([, isFaulty]) => isFaulty).map(([fault]) => fault);
}

const SHOWN: Readonly<Record<Exclude<People, ''>, PeopleShown>> = {
  nobody: 'nobody',
  adults: 'adults-agreed',
  children: 'children-both-agreed',
};

/** The details as the service takes them. Nobody is shown without consent: what lacks it is not said at all. */
export function detailsOf(details: Details, lessonNo: string) {
  const { courseId, language, licence, otherLicence, source, competenceCodes, people } = details;
  const named = licence === OTHER_LICENCE ? otherLicence.trim() : licence;
  return {
    language,
    competenceCodes: [...competenceCodes],
    ...(named && { licence: named }),
    ...(source.trim() && { source: source.trim() }),
    ...(people && AGREED[people](details) && { peopleShown: SHOWN[people] }),
    ...(courseId && { courseId }),
    ...(courseId && lessonNo && { lessonNo: Number(lessonNo) }),
  } satisfies Partial<Announced>;
}

/** As many characters as the service takes for a title, and for the name of a file. */
export const MAX_TITLE = 120;
const MAX_NAME = 200;

/** A file's name as a first title: no ending, no underscores. */
export const titleFrom = (fileName: string): string =>
  fileName
    .replace(/\.[^.]+$/, '')
    .replaceAll('_', ' ')
    .trim()
    .slice(0, MAX_TITLE);

/** A file's name as the service takes it: of a long one the end stays, which tells its kind. */
export const shortName = (fileName: string): string => fileName.slice(-MAX_NAME).trim() || '_';
