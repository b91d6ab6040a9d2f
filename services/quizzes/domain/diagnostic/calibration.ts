import { abilityFrom } from './ability.ts';
import { type Asked, observationsIn, type PoolItem } from './next-item.ts';
import { chanceOfRight } from './rasch.ts';
import { domainOf } from './scale.ts';

/** How far authors are thought to be off, in logits: half a step, so one answer moves little and fifty move much. */
const AUTHORS_DEVIATION = 0.5;
/** Newton's method on a concave function: more steps change no figure that counts. */
const STEPS = 6;

/** A question that was asked, by what it asks. */
type Answered = Asked & Pick<PoolItem, 'contentHash'>;
type Trial = { readonly ability: number; readonly right: boolean };

/**
 * The most likely difficulty after these trials, from what was believed of it before: maximum a posteriori with a normal
 * prior (Mislevy, Bayes Modal Estimation in Item Response Models, Psychometrika 51, 1986).
 */
export function difficultyAfter(believed: number, trials: readonly Trial[]): number {
  let difficulty = believed;
  for (let step = 0; step < STEPS; step += 1) {
    const chances = trials.map(({ ability }) => chanceOfRight(ability, difficulty));
    const surplus = trials.reduce((sum, { right }, place) => sum + (chances[place] ?? 0) - Number(right), 0);
    const pull = (believed - difficulty) / AUTHORS_DEVIATION ** 2;
    const information = chances.reduce((sum, chance) => sum + chance * (1 - chance), AUTHORS_DEVIATION ** -2);
    difficulty += (surplus + pull) / information;
  }
  return difficulty;
}

/** How each question went, beside the ability that the person's other answers of its domain show: never the answer itself. */
function trialsIn(placements: readonly (readonly Answered[])[]): ReadonlyMap<string, readonly Trial[]> {
  const trials = placements.flatMap((asked) =>
    asked.map((one) => {
      const others = asked.filter((other) => other !== one);
      const { estimate } = abilityFrom(observationsIn(others, domainOf(one.competenceCode)));
      return { contentHash: one.contentHash, ability: estimate, right: one.right };
    }),
  );
  return Map.groupBy(trials, ({ contentHash }) => contentHash);
}

/**
 * A pool with difficulties corrected by how its questions went in finished placements. What `before` had been corrected to
 * is believed in place of the level; a question that was changed has another hash and begins anew.
 */
export function calibrated(
  pool: readonly PoolItem[],
  before: readonly PoolItem[],
  placements: readonly (readonly Answered[])[],
): readonly PoolItem[] {
  const believed = new Map(before.map(({ contentHash, difficulty }) => [contentHash, difficulty]));
  const trials = trialsIn(placements);
  return pool.map((item) => ({
    ...item,
    difficulty: difficultyAfter(
      believed.get(item.contentHash) ?? item.difficulty,
      trials.get(item.contentHash) ?? [],
    ),
  }));
}
