import type { DeskMaterial, MaterialFile } from '../contract.ts';
import type { Decision } from '../domain/appraisal.ts';
import { type Edition, missingOf } from '../domain/edition.ts';
import type { Material } from '../domain/material.ts';

const editionView = <E extends Edition>({ tracks, audiences, competenceCodes, ...edition }: E) => ({
  ...edition,
  tracks: [...tracks],
  audiences: [...audiences],
  competenceCodes: [...competenceCodes],
});

/** A material as its makers and appraisers see it. */
export const deskView = ({ draft, issued, withdrawn, ...material }: Material): DeskMaterial => ({
  ...material,
  ...(draft && {
    draft: { ...editionView(draft), editedBy: [...draft.editedBy], missing: missingOf(draft) },
  }),
  ...(issued && { issued: editionView(issued) }),
  ...(withdrawn && { withdrawn }),
});

/** The same with everything that was decided about it. */
export const fileView = (material: Material, decisions: readonly Decision[]): MaterialFile => ({
  ...deskView(material),
  decisions: decisions.map(({ checks, ...decision }) => ({
    ...decision,
    ...(checks && { checks: [...checks] }),
  })),
});
