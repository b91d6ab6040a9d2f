import type { BodyOf } from '../../api/types.ts';
import { NotShared, ShareCard } from './share-card.tsx';
import { TvCode } from './tv-code.tsx';

/** What staff do with a material that is listed: show it in a hall, and tell of it elsewhere. */
export const StaffTools = ({ material }: { material: BodyOf<'getMaterial'> }) => (
  <>
    <TvCode materialId={material.materialId} />
    {material.access === 'open' ? <ShareCard material={material} /> : <NotShared />}
  </>
);
