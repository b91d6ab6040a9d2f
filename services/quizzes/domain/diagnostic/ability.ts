import { chanceOfRight } from './rasch.ts';

/** What one question of known difficulty showed. */
export type Observation = { readonly difficulty: number; readonly right: boolean };

/** Logits. */
export type Ability = {
  readonly estimate: number;
  readonly standardError: number;
  /** How likely it is that the ability fulfils a condition, after all that was answered. */
  readonly chanceThat: (holds: (ability: number) => boolean) => number;
};

/**
 * What is believed of somebody of whom nothing is known: around the border between basic and intermediate, and with
 * nineteen in twenty within four steps of it.
 */
export const PRIOR = { mean: -1.5, deviation: 2 } as const;

/** Five deviations to both sides, in tenths of a logit: finer changes no level. */
const NODES = Array.from({ length: 201 }, (_, place) => PRIOR.mean + (place - 100) / 10);

const priorAt = (ability: number): number => Math.exp(-(((ability - PRIOR.mean) / PRIOR.deviation) ** 2) / 2);

const likelihoodAt = (ability: number, observations: readonly Observation[]): number =>
  observations.reduce((product, { difficulty, right }) => {
    const chance = chanceOfRight(ability, difficulty);
    return product * (right ? chance : 1 - chance);
  }, 1);

/**
 * Expected a posteriori estimate and its posterior deviation, by quadrature (Bock & Mislevy, Adaptive EAP Estimation of
 * Ability in a Microcomputer Environment, Applied Psychological Measurement 6, 1982). It is finite also when everything
 * was right or wrong, which after three questions is usual, and a further right answer can only raise it.
 */
export function abilityFrom(observations: readonly Observation[]): Ability {
  const weights = NODES.map((node) => priorAt(node) * likelihoodAt(node, observations));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (node: number) => number) =>
    NODES.reduce((sum, node, place) => sum + of(node) * (weights[place] ?? 0), 0) / whole;
  const estimate = mean((node) => node);
  return {
    estimate,
    standardError: Math.sqrt(mean((node) => (node - estimate) ** 2)),
    chanceThat: (holds) => mean((node) => Number(holds(node))),
  };
}
