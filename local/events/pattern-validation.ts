import { AwsError } from '../core/aws-error.ts';
import { isObject, type Json, type JsonObject } from '../core/json.ts';
import { MATCHERS } from './matchers.ts';
import { alternatives } from './pattern.ts';

const invalid = (path: string, reason: string) =>
  new AwsError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${reason} at ${path}`);

const checkMatcher = (matcher: Json, path: string): void => {
  if (Array.isArray(matcher)) throw invalid(path, 'Nested arrays are not allowed');
  if (!isObject(matcher)) return;
  const [name = '', ...others] = Object.keys(matcher);
  if (others.length > 0) throw invalid(path, 'Only one key is allowed in a match expression');
  const argument = matcher[name] ?? null;
  if (name === 'exists') {
    if (typeof argument !== 'boolean') throw invalid(path, 'exists needs true or false');
    return;
  }
  const known = MATCHERS[name];
  if (!known) throw invalid(path, `Unrecognized match type ${name}`);
  const fault = known.check(argument);
  if (fault) throw invalid(path, `${name} ${fault}`);
};

const checkObject = (pattern: JsonObject, path: string): void => {
  const fields = Object.entries(pattern);
  if (fields.length === 0) throw invalid(path || '/', 'Empty objects are not allowed');
  for (const [key, value] of fields) checkField(key, value ?? null, `${path}/${key}`);
};

const checkField = (key: string, value: Json, path: string): void => {
  const either = alternatives(key, value);
  if (either) {
    for (const alternative of either) checkObject(alternative, path);
    return;
  }
  if (isObject(value)) {
    checkObject(value, path);
    return;
  }
  if (!Array.isArray(value)) throw invalid(path, `"${key}" must be an object or an array`);
  if (value.length === 0) throw invalid(path, 'Empty arrays are not allowed');
  for (const matcher of value as readonly Json[]) checkMatcher(matcher, path);
};

/** Refuses what PutRule refuses: throws InvalidEventPatternException naming the place. */
export function validatePattern(pattern: Json): asserts pattern is JsonObject {
  if (!isObject(pattern)) throw invalid('/', 'Filter is not an object');
  checkObject(pattern, '');
}
