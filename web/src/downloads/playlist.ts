/** `audio` goes with every picture, `audio-48k` alone; the others are named by their height. */
export const isSoundAlone = (rendition: string): boolean => rendition.startsWith('audio');

const MASTER = 'master.m3u8';
const MEDIA_PLAYLIST = 'index.m3u8';

const folderOf = (playlist: string) => playlist.slice(0, playlist.lastIndexOf('/'));

/** Where a downloaded rendition is played from: an address of its own, so that the whole recording still has its. */
export const downloadedSource = (playlist: string, rendition: string): string =>
  isSoundAlone(rendition)
    ? `${folderOf(playlist)}/${rendition}/${MEDIA_PLAYLIST}`
    : `${folderOf(playlist)}/${MASTER}?giu=${rendition}`;

const CAPTIONS = /^#EXT-X-MEDIA:.*TYPE=SUBTITLES/;

/**
 * The master playlist (RFC 8216) with one variant left: what it names is what was downloaded. Captions are not among
 * it: the page hands them to the player as files.
 */
export const narrowMaster = (master: string, rendition: string): string => {
  const lines = master
    .split('\n')
    .filter((line) => !CAPTIONS.test(line))
    .map((line) => line.replace(/,SUBTITLES="[^"]*"/, ''));
  return lines
    .filter((line, at) => {
      const address = line.startsWith('#EXT-X-STREAM-INF') ? (lines[at + 1] ?? '') : line;
      const isVariant = line.startsWith('#EXT-X-STREAM-INF') || (line !== '' && !line.startsWith('#'));
      return !isVariant || address.startsWith(`${rendition}/`);
    })
    .join('\n');
};

/** Addresses of the playlists that one rendition needs beside the master: its own, and that of the sound. */
export const playlistsOf = (playlist: string, master: string, rendition: string): readonly string[] => {
  const own = `${folderOf(playlist)}/${rendition}/${MEDIA_PLAYLIST}`;
  const sound = /#EXT-X-MEDIA:[^\n]*TYPE=AUDIO[^\n]*URI="([^"]+)"/.exec(master)?.[1];
  const withSound = sound && !isSoundAlone(rendition) ? [own, `${folderOf(playlist)}/${sound}`] : [own];
  return withSound;
};

/** Addresses of the files that a media playlist names: its beginning, then its segments in order. */
export const filesOf = (address: string, text: string): readonly string[] => {
  const start = /#EXT-X-MAP:URI="([^"]+)"/.exec(text)?.[1];
  const segments = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return [...(start ? [start] : []), ...segments].map((name) => `${folderOf(address)}/${name}`);
};
