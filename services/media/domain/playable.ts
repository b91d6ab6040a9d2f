import type { AssetKind } from './asset-kind.ts';
import type { Download } from './presentation.ts';
import type { Extras } from './recording.ts';

/** What a course page needs of a recording that can be watched. */
export type Playable = Extras & {
  readonly assetId: string;
  readonly title: string;
  readonly kind?: AssetKind;
  readonly lessonNo?: number;
  /** Of what plays: its length, what is fetched first, and what each way of playing it costs. */
  readonly durationMs?: number;
  readonly playlist?: string;
  readonly poster?: string;
  readonly renditions: Download[];
};
