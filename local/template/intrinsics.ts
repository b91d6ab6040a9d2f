import { isObject } from '../core/json.ts';
import { StartRefused } from './start-refused.ts';

/** What an expression may look up in its own stack and in the stacks before it. Each throws `StartRefused` when unknown. */
export type Scope = {
  readonly ref: (name: string) => unknown;
  readonly attribute: (logicalId: string, attribute: string) => unknown;
  readonly condition: (name: string) => boolean;
  readonly mapping: (map: string, first: string, second: string) => unknown;
  readonly importValue: (name: string) => unknown;
};

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function splitAttribute(argument: unknown): [string, string] {
  if (Array.isArray(argument)) return [String(argument[0]), String(argument[1])];
  const text = String(argument);
  const dot = text.indexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
}

const getAttribute: Intrinsic = (argument, scope) => scope.attribute(...splitAttribute(argument));

const substitute: Intrinsic = (argument, scope) => {
  const [template, given] = Array.isArray(argument) ? argument : [argument, {}];
  const variables = isObject(given) ? given : {};
  return String(template).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (Object.hasOwn(variables, name)) return String(resolve(variables[name], scope));
    return String(name.includes('.') ? getAttribute(name, scope) : scope.ref(name));
  });
};

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope) => scope.ref(String(argument)),
  Condition: (argument, scope) => scope.condition(String(argument)),
  'Fn::GetAtt': getAttribute,
  'Fn::Sub': substitute,
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument);
    return list(resolve(parts, scope)).join(String(separator));
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = list(argument);
    return list(resolve(values, scope))[Number(resolve(index, scope))];
  },
  'Fn::Split': (argument, scope) => {
    const [separator, text] = list(argument);
    return String(resolve(text, scope)).split(String(separator));
  },
  'Fn::If': (argument, scope) => {
    const [condition, yes, no] = list(argument);
    return resolve(scope.condition(String(condition)) ? yes : no, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(argument).map((value) => resolve(value, scope));
    return left === right;
  },
  'Fn::Not': (argument, scope) => !resolve(list(argument)[0], scope),
  'Fn::And': (argument, scope) => list(argument).every((value) => resolve(value, scope)),
  'Fn::Or': (argument, scope) => list(argument).some((value) => resolve(value, scope)),
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = list(resolve(argument, scope)).map(String);
    return scope.mapping(map ?? '', first ?? '', second ?? '');
  },
  'Fn::ImportValue': (argument, scope) => scope.importValue(String(resolve(argument, scope))),
  'Fn::Base64': (argument, scope) => Buffer.from(String(resolve(argument, scope))).toString('base64'),
  'Fn::ToJsonString': (argument, scope) => JSON.stringify(resolve(argument, scope)),
};

function resolveObject(value: Readonly<Record<string, unknown>>, scope: Scope): unknown {
  const entries = Object.entries(value);
  const [key, argument] = entries[0] ?? ['', undefined];
  const intrinsic = entries.length === 1 ? INTRINSICS[key] : undefined;
  if (intrinsic) return intrinsic(argument, scope);
  const unknown = entries.find(([name]) => name.startsWith('Fn::'));
  if (unknown) throw new StartRefused(`uses ${unknown[0]}, which the local cloud cannot compute`);
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, resolve(inner, scope)]).filter(([, inner]) => inner !== undefined),
  );
}

/** Computes every CloudFormation intrinsic inside a template value; `AWS::NoValue` removes its property or list item. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== undefined);
  return isObject(value) ? resolveObject(value, scope) : value;
}
