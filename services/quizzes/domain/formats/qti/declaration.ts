import { childNamed, childrenNamed, type XmlElement } from '#shared/text/read-xml.ts';
import { findAll, findOne, said } from './names.ts';

/** What an item says about the responses to one interaction. */
export type Declaration = {
  readonly cardinality: string;
  readonly baseType: string;
  readonly correct: readonly string[];
  /** Values by key, in the item's own measure. */
  readonly mapping: readonly (readonly [key: string, value: number])[];
  readonly caseSensitive: boolean;
};

const declarationOf = (element: XmlElement): Declaration => {
  const mapping = childNamed(element, 'mapping');
  const entries = childrenNamed(mapping, 'mapEntry');
  return {
    cardinality: element.attributes.cardinality ?? 'single',
    baseType: element.attributes.baseType ?? 'identifier',
    correct: childrenNamed(childNamed(element, 'correctResponse'), 'value').map(said),
    mapping: entries.map(({ attributes }) => [attributes.mapKey ?? '', Number(attributes.mappedValue ?? 0)]),
    caseSensitive: entries.some(({ attributes }) => attributes.caseSensitive === 'true'),
  };
};

export const declarationsIn = (item: XmlElement): ReadonlyMap<string, Declaration> =>
  new Map(
    childrenNamed(item, 'responseDeclaration').map((element) => [
      element.attributes.identifier ?? '',
      declarationOf(element),
    ]),
  );

/** How an item turns responses into points: by a standard template, or by a program of its own. */
export const processingOf = (item: XmlElement): 'match' | 'map' | 'own' | 'none' => {
  const processing = childNamed(item, 'responseProcessing');
  if (!processing) return 'none';
  // What the mapping of each part says, summed: the template for several parts.
  const isSum = findOne(processing, 'mapResponse') && !findOne(processing, 'responseCondition');
  if (isSum) return 'map';
  const template = processing.attributes.template ?? '';
  if (template.includes('match_correct')) return 'match';
  return template.includes('map_response') ? 'map' : 'own';
};

/** Thirds that were cut are meant as the whole. */
const ROUNDING = 0.001;

/** Values in percent of the most that can be earned: the largest of them, or the sum of those above nothing. */
function inPercent(values: readonly number[], isSingle: boolean): readonly number[] {
  const positive = values.filter((value) => value > 0);
  const sum = isSingle ? Math.max(0, ...positive) : positive.reduce((total, value) => total + value, 0);
  const most = Math.abs(sum - 1) < ROUNDING ? 1 : sum;
  return values.map((value) => (most > 0 ? Number(((value / most) * 100).toFixed(5)) : 0));
}

/** What each of the choices is worth: by the mapping, or else by the one right response. Percent. */
export function weightsOf(
  { correct, mapping, cardinality }: Pick<Declaration, 'correct' | 'mapping' | 'cardinality'>,
  keys: readonly string[],
): readonly number[] {
  const mapped = new Map(mapping);
  const values = keys.map((key) =>
    mapping.length > 0 ? (mapped.get(key) ?? 0) : Number(correct.includes(key)),
  );
  return inPercent(values, cardinality === 'single');
}

type Bounds = {
  /** The response that is compared. */
  readonly of: string;
  readonly low: number;
  readonly high: number;
  readonly value: number;
};

/** Ranges of numbers that a program names: at least one number and at most another earn a value. */
export const boundsIn = (item: XmlElement): readonly Bounds[] =>
  findAll(item, (name) => name === 'responseIf' || name === 'responseElseIf').flatMap((branch) => {
    const [low, high] = ['gte', 'lte'].map((name) =>
      said(findOne(findOne(branch, name) ?? branch, 'baseValue')),
    );
    const of = findOne(branch, 'variable')?.attributes.identifier ?? '';
    const value = said(findOne(findOne(branch, 'setOutcomeValue') ?? branch, 'baseValue'));
    return findOne(branch, 'gte') && findOne(branch, 'lte')
      ? [{ of, low: Number(low), high: Number(high), value: Number(value) }]
      : [];
  });

/** The texts that are accepted, each with what it earns. */
export const formsOf = ({ correct, mapping, caseSensitive }: Declaration) => {
  const forms = mapping.length > 0 ? mapping : correct.map((form) => [form, 1] as const);
  const weights = inPercent(
    forms.map(([, value]) => value),
    true,
  );
  return {
    accepted: forms.map(([form], at) => ({ text: form.normalize('NFC'), weight: weights[at] ?? 0 })),
    ...(caseSensitive && { compare: 'exact' as const }),
  };
};

/** Whether the response is a number. */
export const isNumber = ({ baseType }: Declaration): boolean =>
  baseType === 'float' || baseType === 'integer';

/** The ranges of numbers that are accepted, or the right numbers alone. */
export const numbersOf = (bounds: readonly Bounds[], { correct }: Declaration) => {
  if (bounds.length === 0)
    return correct.map(Number).map((value) => ({ low: value, high: value, weight: 100 }));
  const weights = inPercent(
    bounds.map(({ value }) => value),
    true,
  );
  return bounds.map(({ low, high }, at) => ({ low, high, weight: weights[at] ?? 0 }));
};
