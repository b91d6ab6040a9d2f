import { type Actor, hasRole } from '#shared/auth/actor.ts';
import type { About } from './domain/edition.ts';
import type { Material } from './domain/material.ts';

/** A teacher or the youth union without another role that looks after materials knows only of own ones. */
export const seesAll = (actor: Actor): boolean =>
  hasRole(actor, 'content-staff', 'training-head', 'director');

/** Content staff look after every material; whose a material is nobody else's business, so it is "not found". */
export const mayChange = (actor: Actor, { createdBy }: Material): boolean =>
  hasRole(actor, 'content-staff', 'training-head') || createdBy === actor.personId;

type Optional = 'licence' | 'source' | 'url' | 'citation';
type Said = Omit<About, Optional> & { readonly [Name in Optional]?: string | undefined };

/** What a request says about a material, without what it leaves out. */
export const aboutOf = ({ licence, source, url, citation, ...said }: Said): About => ({
  ...said,
  ...(licence && { licence }),
  ...(source && { source }),
  ...(url && { url }),
  ...(citation && { citation }),
});
