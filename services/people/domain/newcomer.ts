import { createHash, createHmac } from 'node:crypto';
import { suggestLoginName } from '../../../shared/text/login-name.ts';

/** Only the page that registered the person knows the claim; the register keeps its hash. */
export const hashOfClaim = (claim: string): string => createHash('sha256').update(claim).digest('hex');

/** How long after registering the page may fetch the password, ms. */
export const CLAIM_LIFE_MS = 60 * 60_000;

/**
 * Whole numbers below an argument, drawn from the claim: the same claim gives the same password however often its
 * answer is lost, and no password has to be kept for that.
 */
export const drawnFrom = (claim: string, personId: string): ((below: number) => number) => {
  let drawn = 0;
  return (below) => {
    drawn += 1;
    return createHmac('sha256', claim).update(`${personId} ${drawn}`).digest().readUInt32BE() % below;
  };
};

const SHORTEST = 3;
const LONGEST = 30;

/** Sign-in names to try one after the other for somebody who only gave a name: "hanhnt", then "hanhnt27", "hanhnt4183". */
export const loginNamesFor = (fullName: string, random: (below: number) => number): readonly string[] => {
  const base = suggestLoginName(fullName).slice(0, LONGEST) || 'hv';
  const numbered = [2, 4, 6, 6].map((digits) => base + String(random(10 ** digits)).padStart(digits, '0'));
  return base.length < SHORTEST ? numbered : [base, ...numbered];
};
