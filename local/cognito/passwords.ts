import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { AwsError } from '../core/aws-error.ts';
import type { PasswordPolicy } from './settings.ts';

/** RFC 7914's interactive setting: 16 MiB and some 50 ms of a thread per try, so that a class can sign in together. */
const COST = 16_384;
const KEY_BYTES = 32;

/** Off the event loop, unlike scryptSync: other requests go on while a password is hashed. */
const derive = (password: string, salt: Buffer, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, { N: cost, r: 8, p: 1 }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );

/** Hashes and checks passwords by scrypt with a salt for each user. */
export class Passwords {
  readonly #cost: number;

  constructor(cost = COST) {
    this.#cost = cost;
  }

  /** `cost:salt:key`, the last two in hex, so that the cost can be raised without a reset of passwords. */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(16);
    const key = await derive(password, salt, this.#cost);
    return [this.#cost, salt.toString('hex'), key.toString('hex')].join(':');
  }

  /** Takes as long for a user without a password, or none at all, so that time does not tell who exists. */
  async match(password: string, stored: string | null | undefined): Promise<boolean> {
    const [cost = this.#cost, salt = '', key = ''] = stored?.split(':') ?? [];
    const derived = await derive(password, Buffer.from(salt, 'hex'), Number(cost));
    const expected = Buffer.from(key, 'hex');
    return expected.length === KEY_BYTES && timingSafeEqual(derived, expected);
  }
}

/** The special characters that Cognito counts as symbols; a space counts inside a password only. */
const SYMBOL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|(?<=.) (?=.)/;

const RULES: readonly [keyof PasswordPolicy, RegExp, string][] = [
  ['RequireUppercase', /[A-Z]/, 'Password must have uppercase characters'],
  ['RequireLowercase', /[a-z]/, 'Password must have lowercase characters'],
  ['RequireNumbers', /[0-9]/, 'Password must have numeric characters'],
  ['RequireSymbols', SYMBOL, 'Password must have symbol characters'],
];

/** Throws InvalidPasswordException with Cognito's own words for the first rule that `password` breaks. */
export function requirePolicy(policy: PasswordPolicy, password: string): void {
  const broken =
    password.length < policy.MinimumLength
      ? 'Password not long enough'
      : RULES.find(([rule, pattern]) => policy[rule] === true && !pattern.test(password))?.[2];
  if (broken)
    throw new AwsError('InvalidPasswordException', `Password did not conform with policy: ${broken}`);
}

/** A password that meets every policy of that length: for users who are created without one. */
export function temporaryPassword(policy: PasswordPolicy): string {
  const random = randomBytes(policy.MinimumLength).toString('hex').slice(0, policy.MinimumLength);
  return `${random}aA1!`;
}

/** Six digits, as in Cognito's messages. */
export const confirmationCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0');
