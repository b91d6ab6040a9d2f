/** The decode time of a segment's first picture or sound, in ticks, and how many there are in it. */
export function fragmentTimes(segment: Buffer) {
  const tfdt = segment.indexOf('tfdt', 0, 'latin1') + 4;
  const trun = segment.indexOf('trun', 0, 'latin1') + 4;
  const start =
    segment[tfdt] === 1 ? Number(segment.readBigUInt64BE(tfdt + 4)) : segment.readUInt32BE(tfdt + 4);
  return { start, frames: segment.readUInt32BE(trun + 4) };
}
