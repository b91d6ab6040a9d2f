/** What an upload is by its bytes; each kind has a plan, workers and a place in the library of its own. */
export type AssetKind = 'video' | 'audio' | 'image' | 'document' | 'package';
