import type { RequestFor } from '../../api/types.ts';
import { LICENCES, OTHER_LICENCE } from '../../materials/choices.ts';
import type { Draft, Material } from './standing.ts';

type Body = RequestFor<'editMaterial'>['body'];
/** What a form holds of a material: every line a text, empty while nobody has said it. */
export type About = Pick<
  Draft,
  'title' | 'summary' | 'language' | 'tracks' | 'audiences' | 'competenceCodes' | 'peopleShown'
> & {
  /** As `LicenceFields` takes it. */
  readonly licence: string;
  readonly otherLicence: string;
  readonly source: string;
  readonly url: string;
  readonly citation: string;
  readonly altText: string;
};

export const EMPTY: About = {
  ...{ title: '', summary: '', language: 'vi', licence: '', otherLicence: '', source: '', url: '' },
  ...{ citation: '', altText: '' },
  ...{ tracks: [], audiences: [], competenceCodes: [], peopleShown: 'unknown' },
};

const known: readonly string[] = LICENCES;

/** A licence that the list does not have is another one, by its name. */
const chosenLicence = (licence: string) =>
  licence === '' || known.includes(licence)
    ? { licence, otherLicence: '' }
    : { licence: OTHER_LICENCE, otherLicence: licence };

export const aboutOf = (edition: NonNullable<Material['issued']> | Draft): About => {
  const { title, summary, language, tracks, audiences, competenceCodes, peopleShown } = edition;
  const { licence = '', source = '', url = '', citation = '', altText = '' } = edition;
  return {
    ...{ title, summary, language, tracks, audiences, competenceCodes, peopleShown },
    ...{ ...chosenLicence(licence), source, url, citation, altText },
  };
};

/** What is sent of it: an empty line is left out, since the service takes no empty words. */
export const toBody = ({
  licence: chosen,
  otherLicence,
  source,
  url,
  citation,
  altText,
  ...about
}: About): Omit<Body, 'revision'> => {
  const licence = (chosen === OTHER_LICENCE ? otherLicence : chosen).trim();
  return {
    ...about,
    ...(licence && { licence }),
    ...(source.trim() && { source: source.trim() }),
    ...(url.trim() && { url: url.trim() }),
    ...(citation.trim() && { citation: citation.trim() }),
    ...(altText.trim() && { altText: altText.trim() }),
  };
};

/** One more of a list, or one less. */
export const toggled = <T>(chosen: readonly T[], one: T): T[] =>
  chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];
