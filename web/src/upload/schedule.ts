/** A stretch of a file and the signed address it is sent to. `toByte` is one past its last byte. */
export type Part = {
  readonly partNumber: number;
  readonly url: string;
  readonly fromByte: number;
  readonly toByte: number;
};

/** The parts of one file that have an address and have not arrived. */
type Lot = { readonly id: string; readonly waiting: readonly Part[]; readonly underWay: readonly Part[] };
/** What is to be sent, of all files in the order in which they are to be finished. */
export type Schedule = readonly Lot[];

/** Parts under way at one time, of all files together: more would only share the same line. */
export const LANES = 3;

export const nothingToSend: Schedule = [];

const onWay = (schedule: Schedule): number =>
  schedule.reduce((sum, { underWay }) => sum + underWay.length, 0);
const isOpen = ({ waiting, underWay }: Lot): boolean => waiting.length + underWay.length > 0;
const changed = (schedule: Schedule, id: string, change: (lot: Lot) => Lot): Schedule =>
  schedule.map((lot) => (lot.id === id ? change(lot) : lot)).filter(isOpen);

/** Adds the parts of a file behind those of the files that were added before. */
export const enlist = (schedule: Schedule, id: string, parts: readonly Part[]): Schedule =>
  [...schedule, { id, waiting: parts, underWay: [] }].filter(isOpen);

/**
 * Begins as many parts as lanes are free. The first file comes first, so that it is finished as early as the line
 * allows; the next one takes the lanes that the first has no parts for.
 */
export function begin(
  schedule: Schedule,
  lanes = LANES,
): { readonly schedule: Schedule; readonly begun: readonly { readonly id: string; readonly part: Part }[] } {
  let free = lanes - onWay(schedule);
  const begun: { id: string; part: Part }[] = [];
  const after = schedule.map((lot) => {
    const taken = lot.waiting.slice(0, Math.max(0, free));
    free -= taken.length;
    begun.push(...taken.map((part) => ({ id: lot.id, part })));
    return { ...lot, waiting: lot.waiting.slice(taken.length), underWay: [...lot.underWay, ...taken] };
  });
  return { schedule: after, begun };
}

const without = (parts: readonly Part[], partNumber: number): readonly Part[] =>
  parts.filter((part) => part.partNumber !== partNumber);

/** A part has arrived: its lane is free. */
export const arrive = (schedule: Schedule, id: string, partNumber: number): Schedule =>
  changed(schedule, id, (lot) => ({ ...lot, underWay: without(lot.underWay, partNumber) }));

/**
 * A part has not arrived: its lane is free, and no further part of its file is begun. The addresses may be too old, or
 * the part may have arrived after all: what is missing has to be asked anew.
 */
export const breakOff = (schedule: Schedule, id: string, partNumber: number): Schedule =>
  changed(schedule, id, (lot) => ({ ...lot, waiting: [], underWay: without(lot.underWay, partNumber) }));

/** Takes a file off: whoever sends its parts stops them. */
export const withdraw = (schedule: Schedule, id: string): Schedule => schedule.filter((lot) => lot.id !== id);

/** Whether parts of a file wait or are under way. */
export const isListed = (schedule: Schedule, id: string): boolean => schedule.some((lot) => lot.id === id);
