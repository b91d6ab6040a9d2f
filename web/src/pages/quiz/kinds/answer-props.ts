import type { Response, SeenItem } from '../../../../../services/quizzes/contract.ts';

export type AnswerProps<Kind extends SeenItem['kind'] = SeenItem['kind']> = {
  readonly item: Extract<SeenItem, { kind: Kind }>;
  readonly response: Response | undefined;
  readonly onAnswer: (response: Response) => void;
};

/** The answer given so far; none when it is of another kind. */
export const givenTo = <Kind extends SeenItem['kind']>(
  kind: Kind,
  response: Response | undefined,
): Extract<Response, { kind: Kind }> | undefined =>
  response?.kind === kind ? (response as Extract<Response, { kind: Kind }>) : undefined;
