/** A piece of a picture that holds many: where it is in it, and the whole picture's address. Pixels. */
export type Thumb = {
  readonly picture: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What a cue of a storyboard names: `sprite.jpg#xywh=160,0,160,90`, beside the storyboard. */
export const thumbOf = (storyboard: string, cue: string): Thumb | undefined => {
  const found = /^(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)\s*$/.exec(cue.trim());
  if (!found) return undefined;
  const [, file = '', x, y, width, height] = found;
  const folder = storyboard.slice(0, storyboard.lastIndexOf('/'));
  return {
    picture: file.startsWith('/') ? file : `${folder}/${file}`,
    ...{ x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
  };
};
