import type { Cue } from '#shared/text/cue.ts';
import { type DeviceStorage, device, readJson } from '../../state/storage.ts';

/**
 * Captions as somebody left them without saving, and the version that they were made from. As they are edited and not as
 * a file: a line that has its times and no words yet stands in no file.
 */
export type KeptCaptions = { readonly version: number; readonly cues: readonly Cue[] };

/** Whose draft, of which recording and language. */
export type DraftOf = { readonly personId: string; readonly assetId: string; readonly language: string };

const keyOf = ({ personId, assetId, language }: DraftOf) =>
  `hvs.captions-draft.${personId}.${assetId}.${language}`;

/** What was typed and not saved. On the device: an hour's work outlives a closed window. */
export const keptCaptions = (of: DraftOf, storage: DeviceStorage = device): KeptCaptions | undefined =>
  readJson<KeptCaptions>(storage, keyOf(of));

/** False when there is no room for it. */
export const keepCaptions = (of: DraftOf, draft: KeptCaptions, storage: DeviceStorage = device): boolean =>
  storage.write(keyOf(of), JSON.stringify(draft));

export const forgetCaptions = (of: DraftOf, storage: DeviceStorage = device): void =>
  storage.remove(keyOf(of));
