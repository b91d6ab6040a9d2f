import { type Actor, hasRole } from '#shared/auth/actor.ts';
import { type About, type Missing, missingOf } from './domain/edition.ts';
import type { Material } from './domain/material.ts';

/** A teacher or the youth union without another role that looks after materials knows only of own ones. */
export const seesAll = (actor: Actor): boolean =>
  hasRole(actor, 'content-staff', 'training-head', 'director');

/** Content staff look after every material; whose a material is nobody else's business, so it is "not found". */
export const mayChange = (actor: Actor, { createdBy }: Material): boolean =>
  hasRole(actor, 'content-staff', 'training-head') || createdBy === actor.personId;

type Optional = 'licence' | 'source' | 'url' | 'citation' | 'altText';
type Said = Omit<About, Optional> & { readonly [Name in Optional]?: string | undefined };

/** What a request says about a material, without what it leaves out. */
export const aboutOf = ({ licence, source, url, citation, altText, ...said }: Said): About => ({
  ...said,
  ...(licence && { licence }),
  ...(source && { source }),
  ...(url && { url }),
  ...(citation && { citation }),
  ...(altText && { altText }),
});

const FIELDS: Readonly<Record<Missing, keyof About>> = {
  licence: 'licence',
  source: 'source',
  consent: 'peopleShown',
  track: 'tracks',
  url: 'url',
  citation: 'citation',
  'alt-text': 'altText',
};

/** The place in the material of what its draft lacks first, as a JSON pointer. */
export const pointerToMissing = ({ draft }: Material): string | undefined => {
  const [first] = draft ? missingOf(draft) : [];
  return first && `/draft/${FIELDS[first]}`;
};
