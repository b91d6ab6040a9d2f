/** What browsers of phones tell of the line; others tell nothing. */
type Line = { readonly type?: string; readonly saveData?: boolean };

export const isFilm = (mediaType: string): boolean => mediaType.startsWith('video/');

/** Whether megabytes cost nothing here, as far as the browser tells: Wi-Fi, and nobody has asked to save data. */
export const isFreeLine = (line = (navigator as { connection?: Line }).connection): boolean =>
  line?.type === 'wifi' && !line.saveData;
