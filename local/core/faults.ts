/**
 * What a distributed system does on a bad day, on purpose and repeatably.
 * duplicate: a message, event or stream record is delivered twice. reorder: it is held back so that later ones overtake.
 * crash: a function's work is done but its acknowledgement is lost. throttle: a service or function answers "slow down".
 * conflict: a DynamoDB transaction is cancelled with TransactionConflict.
 */
export const FAULT_KINDS = ['duplicate', 'reorder', 'crash', 'throttle', 'conflict'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];
export type FaultRates = Partial<Record<FaultKind, number>>;

/** mulberry32: a 32-bit generator whose whole state is the seed, so a failing run can be repeated. */
const mulberry32 = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

export class Faults {
  readonly hits: Record<FaultKind, number> = { duplicate: 0, reorder: 0, crash: 0, throttle: 0, conflict: 0 };
  readonly random: () => number;
  readonly #rates: FaultRates;

  constructor(rates: FaultRates = {}, seed = 1) {
    this.#rates = rates;
    this.random = mulberry32(seed);
  }

  /** Draws once: true when the fault is to happen now. Counted, so that a test can prove that it was exercised. */
  hit(kind: FaultKind): boolean {
    const rate = this.#rates[kind] ?? 0;
    if (rate === 0 || this.random() >= rate) return false;
    this.hits[kind] += 1;
    return true;
  }
}

/**
 * Reads `duplicate=0.1,reorder=0.2`. Throws a sentence that names the unknown kind or the rate outside 0..1.
 */
export function parseFaults(text: string): FaultRates {
  const rates: FaultRates = {};
  for (const part of text.split(',').filter(Boolean)) {
    const [kind = '', value = ''] = part.split('=');
    const known = FAULT_KINDS.find((k) => k === kind);
    const rate = Number(value);
    if (!known) throw new Error(`Unknown fault "${kind}". Use one of: ${FAULT_KINDS.join(', ')}.`);
    if (value === '' || !(rate >= 0 && rate <= 1))
      throw new Error(`Fault ${kind} needs a rate from 0 to 1, not "${value}".`);
    rates[known] = rate;
  }
  return rates;
}
