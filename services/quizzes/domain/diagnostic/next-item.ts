import { permutation } from '../permutation.ts';
import { type Ability, abilityFrom, type Observation } from './ability.ts';
import { informationAt } from './rasch.ts';
import { type Domain, domainOf, type Level, levelAt } from './scale.ts';

/** An item that placements may ask, at the version that was approved when the diagnostic was published. */
export type PoolItem = {
  readonly itemId: string;
  readonly contentHash: string;
  readonly competenceCode: string;
  readonly level: Level;
  /** Logits. */
  readonly difficulty: number;
};

/** A question that was asked, and whether its answer earned everything. */
export type Asked = Pick<PoolItem, 'itemId' | 'competenceCode' | 'difficulty'> & { readonly right: boolean };

export type Limits = { readonly domains: readonly Domain[]; readonly questionsPerDomain: number };

/** Fewer say nothing of a domain, however they were answered. */
export const LEAST_ASKED = 3;

/** How sure the level has to be for no more to be asked. */
const SURE_ENOUGH = 0.75;

/** Items that tell nearly as much as the best one are as good, and taking turns among them wears none of them out. */
const NEARLY_AS_MUCH = 0.9;

/** The levels that a domain's items can tell apart: nobody is given one of which nothing was asked. */
export const levelsIn = (pool: readonly PoolItem[], domain: Domain): readonly Level[] =>
  pool.filter(({ competenceCode }) => domainOf(competenceCode) === domain).map(({ level }) => level);

export const observationsIn = (asked: readonly Asked[], domain: Domain): readonly Observation[] =>
  asked.filter(({ competenceCode }) => domainOf(competenceCode) === domain);

/**
 * Whether the level of a domain is as good as known: as in adaptive mastery testing, where one stops once the interval
 * around the estimate lies on one side of the cut (Weiss & Kingsbury, Application of Computerized Adaptive Testing to
 * Educational Problems, Journal of Educational Measurement 21, 1984), here with all cuts of the framework at once.
 */
const isSure = ({ estimate, chanceThat }: Ability, levels: readonly Level[]): boolean => {
  const level = levelAt(estimate, levels);
  return chanceThat((ability) => levelAt(ability, levels) === level) >= SURE_ENOUGH;
};

/** Of the items that tell nearly the most, one of a competence asked least so far; which one the seed decides. */
function choose(left: readonly PoolItem[], ability: number, asked: readonly Asked[], seed: string) {
  const most = Math.max(...left.map(({ difficulty }) => informationAt(ability, difficulty)));
  const good = left.filter(({ difficulty }) => informationAt(ability, difficulty) >= NEARLY_AS_MUCH * most);
  const times = ({ competenceCode }: PoolItem) =>
    asked.filter((each) => each.competenceCode === competenceCode).length;
  const fewest = Math.min(...good.map(times));
  const fair = good
    .filter((item) => times(item) === fewest)
    .toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1));
  const [place = 0] = permutation(fair.length, `${seed}/${asked.length}`);
  return fair[place];
}

/**
 * What to ask next; undefined once every domain is known well enough or has nothing left to ask. Follows from what was
 * asked and the seed alone, so whoever asks again, in whichever tab, gets the same question.
 */
export function nextItem(
  pool: readonly PoolItem[],
  { domains, questionsPerDomain }: Limits,
  asked: readonly Asked[],
  seed: string,
): PoolItem | undefined {
  const taken = new Set(asked.map(({ itemId }) => itemId));
  for (const domain of domains) {
    const left = pool.filter(
      ({ itemId, competenceCode }) => domainOf(competenceCode) === domain && !taken.has(itemId),
    );
    const observations = observationsIn(asked, domain);
    if (left.length === 0 || observations.length >= questionsPerDomain) continue;
    const ability = abilityFrom(observations);
    if (observations.length >= LEAST_ASKED && isSure(ability, levelsIn(pool, domain))) continue;
    return choose(left, ability.estimate, asked, seed);
  }
  return undefined;
}
