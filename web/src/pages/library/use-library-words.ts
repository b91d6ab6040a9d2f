import { competences as enCompetences } from '../../messages/en/competences.ts';
import { library as en } from '../../messages/en/library.ts';
import { language } from '../../messages/language.ts';
import { competences as viCompetences } from '../../messages/vi/competences.ts';
import { library as vi } from '../../messages/vi/library.ts';
import { useStore } from '../../state/store.ts';

/** The words of the library; they travel with its pages and burden no other. */
export const useLibraryWords = (): typeof vi => (useStore(language) === 'en' ? en : vi);

/** The names of the 24 components of the competence framework. */
export const useCompetenceNames = (): Readonly<Record<string, string>> =>
  (useStore(language) === 'en' ? enCompetences : viCompetences).names;
