import { validation } from './errors.ts';

/** coefficient × 10^exponent; the coefficient has no trailing zero. */
type Decimal = { readonly coefficient: bigint; readonly exponent: number };

const PATTERN = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?\s*$/;
const MAX_DIGITS = 38;
const MAX_MAGNITUDE = 125;
const MIN_MAGNITUDE = -130;
/** Keeps the two magnitude bytes of an encoded key positive. */
const MAGNITUDE_OFFSET = 1000;

function normalise({ coefficient, exponent }: Decimal): Decimal {
  if (coefficient === 0n) return { coefficient, exponent: 0 };
  const digits = coefficient.toString().replace(/0+$/, '');
  const zeros = coefficient.toString().length - digits.length;
  const count = digits.replace('-', '').length;
  const magnitude = count + exponent + zeros - 1;
  if (count > MAX_DIGITS) throw validation('Attempting to store more than 38 significant digits in a Number');
  if (magnitude > MAX_MAGNITUDE)
    throw validation(
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
    );
  if (magnitude < MIN_MAGNITUDE)
    throw validation(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    );
  return { coefficient: BigInt(digits), exponent: exponent + zeros };
}

function parse(text: string): Decimal {
  const match = PATTERN.exec(text);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  if (!match || whole + fraction === '')
    throw validation(`The parameter cannot be converted to a numeric value: ${text}`);
  return normalise({
    coefficient: BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`),
    exponent: Number(exponent) - fraction.length,
  });
}

function format({ coefficient, exponent }: Decimal): string {
  const sign = coefficient < 0n ? '-' : '';
  const digits = coefficient.toString().replace('-', '');
  if (exponent >= 0) return sign + digits + '0'.repeat(exponent);
  if (digits.length > -exponent) return `${sign}${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
  return `${sign}0.${'0'.repeat(-exponent - digits.length)}${digits}`;
}

/** Both coefficients at the smaller of the two exponents. */
function align(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent);
  const scaled = (n: Decimal) => n.coefficient * 10n ** BigInt(n.exponent - exponent);
  return [scaled(a), scaled(b), exponent];
}

/** Exact decimal sum; a ValidationException past 38 significant digits or outside 1E-130 … 9.9E+125. */
export function addNumbers(a: string, b: string): string {
  const [x, y, exponent] = align(parse(a), parse(b));
  return format(normalise({ coefficient: x + y, exponent }));
}

/** Exact decimal difference, with the limits of `addNumbers`. */
export function subtractNumbers(a: string, b: string): string {
  const [x, y, exponent] = align(parse(a), parse(b));
  return format(normalise({ coefficient: x - y, exponent }));
}

/** Negative, zero or positive, by numeric value. */
export function compareNumbers(a: string, b: string): number {
  // Up to 15 digits a double is exact, and most numbers are short.
  if (a.length < 16 && b.length < 16 && Number(a) !== Number(b)) return Number(a) - Number(b);
  const [x, y] = align(parse(a), parse(b));
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The form in which DynamoDB returns a number: no exponent, no leading or trailing zeros (`7.0` becomes `7`). */
export const canonicalNumber = (text: string): string =>
  /^(?:-?[1-9]\d{0,14}|0)$/.test(text) ? text : format(parse(text));

/** How many significant digits a canonical number has; its stored size follows from it. */
export const significantDigits = (canonical: string): number =>
  canonical.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;

/**
 * Bytes whose lexical order is the numeric order: sign, magnitude, digits. A negative number has all of it
 * inverted and ends in 0xFF, so that the longer of two negatives sorts first.
 */
export function encodeNumber(text: string): Buffer {
  const { coefficient, exponent } = parse(text);
  if (coefficient === 0n) return Buffer.from([0x80]);
  const digits = coefficient.toString().replace('-', '');
  const magnitude = digits.length + exponent + MAGNITUDE_OFFSET;
  const body = Buffer.concat([Buffer.from([magnitude >> 8, magnitude & 0xff]), Buffer.from(digits)]);
  if (coefficient > 0n) return Buffer.concat([Buffer.from([0xc0]), body]);
  return Buffer.concat([Buffer.from([0x40]), body.map((byte) => 0xff - byte), Buffer.from([0xff])]);
}
