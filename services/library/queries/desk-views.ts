import type { DeskMaterial, MaterialFile } from '../contract.ts';
import type { Decision } from '../domain/appraisal.ts';
import { type Edition, heardIn, missingOf } from '../domain/edition.ts';
import type { Material } from '../domain/material.ts';
import type { TranscriptStore } from '../transcript-store.ts';

const editionView = <E extends Edition>({ tracks, audiences, competenceCodes, ...edition }: E) => ({
  ...edition,
  tracks: [...tracks],
  audiences: [...audiences],
  competenceCodes: [...competenceCodes],
});

/** What is heard in the version that is worked on, or else in the one that is shown. */
const heardOf = ({ draft, issued }: Material) => {
  const edition = draft ?? issued;
  return edition && heardIn(edition);
};

/** A material as its makers and appraisers see it; `captioned` are the files that have captions. */
function deskView(material: Material, captioned: ReadonlySet<string>): DeskMaterial {
  const { draft, issued, withdrawn, ...rest } = material;
  const heard = heardOf(material);
  return {
    ...rest,
    ...(heard && { isCaptioned: captioned.has(heard.assetId) }),
    ...(draft && {
      draft: { ...editionView(draft), editedBy: [...draft.editedBy], missing: missingOf(draft) },
    }),
    ...(issued && { issued: editionView(issued) }),
    ...(withdrawn && { withdrawn }),
  };
}

/** Materials as the desk shows them, with what is known of their captions. */
export class DeskViews {
  readonly #transcripts: Pick<TranscriptStore, 'captioned'>;

  constructor(transcripts: Pick<TranscriptStore, 'captioned'>) {
    this.#transcripts = transcripts;
  }

  async many(materials: readonly Material[]): Promise<DeskMaterial[]> {
    const heard = materials.flatMap((material) => heardOf(material) ?? []);
    const captioned = await this.#transcripts.captioned(heard);
    return materials.map((material) => deskView(material, captioned));
  }

  async one(material: Material): Promise<DeskMaterial> {
    const heard = heardOf(material);
    return deskView(material, await this.#transcripts.captioned(heard ? [heard] : []));
  }

  /** The same with everything that was decided about it. */
  async file(material: Material, decisions: readonly Decision[]): Promise<MaterialFile> {
    return {
      ...(await this.one(material)),
      decisions: decisions.map(({ checks, ...decision }) => ({
        ...decision,
        ...(checks && { checks: [...checks] }),
      })),
    };
  }
}
