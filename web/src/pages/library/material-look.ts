import type { BodyOf } from '../../api/types.ts';
import type { IconName } from '../../ui/icon.tsx';

export type Card = BodyOf<'listMaterials'>['materials'][number];
export type Kind = Card['kind'];
export type Track = Card['tracks'][number];
export type Audience = Card['audiences'][number];

/** Sign of each kind of material. */
export const KIND_ICONS: Readonly<Record<Kind, IconName>> = {
  video: 'play',
  audio: 'speak',
  image: 'eye',
  document: 'report',
  package: 'tool',
  link: 'forward',
  reference: 'book',
};

type Look = { readonly icon: IconName; readonly tint: 'leaf' | 'vermilion' | 'sophora' | 'indigo' };

/** Sign and colour of each collection, in the order of the plan. */
export const TRACK_LOOKS: Readonly<Record<Track, Look>> = {
  stem: { icon: 'tool', tint: 'leaf' },
  'computational-thinking': { icon: 'sort', tint: 'sophora' },
  ai: { icon: 'chip', tint: 'indigo' },
  security: { icon: 'shield', tint: 'vermilion' },
  'everyday-skills': { icon: 'phone', tint: 'leaf' },
};

/** The colour of a card: of the first of its tracks. */
export const tintOf = ({ tracks }: Pick<Card, 'tracks'>): Look['tint'] =>
  tracks[0] ? TRACK_LOOKS[tracks[0]].tint : 'sophora';
