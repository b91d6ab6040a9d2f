import { decisions as en } from '../../messages/en/decisions.ts';
import { language } from '../../messages/language.ts';
import { decisions as vi } from '../../messages/vi/decisions.ts';
import { useStore } from '../../state/store.ts';

export type DecisionWords = typeof vi;

/** The words of the decisions; they travel with the overview and burden no other page. */
export const useDecisionWords = (): DecisionWords => (useStore(language) === 'en' ? en : vi);
