/**
 * The Rasch model (one-parameter logistic; Rasch, Probabilistic Models for Some Intelligence and Attainment Tests, 1960):
 * the chance of a right answer depends on nothing but the distance between a person's ability and an item's difficulty,
 * both in logits.
 */
export const chanceOfRight = (ability: number, difficulty: number): number =>
  1 / (1 + Math.exp(difficulty - ability));

/** Fisher information of one item about an ability: most, 0.25, where the chance is even. */
export const informationAt = (ability: number, difficulty: number): number => {
  const chance = chanceOfRight(ability, difficulty);
  return chance * (1 - chance);
};
