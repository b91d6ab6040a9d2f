import type { Json, JsonObject } from '../core/json.ts';

/** How a target shapes its input; at most one of the three is set, as in the template. */
export type InputShape = {
  readonly Input?: string;
  readonly InputPath?: string;
  readonly InputTransformer?: {
    readonly InputPathsMap?: Readonly<Record<string, string>>;
    readonly InputTemplate: string;
  };
};

type Values = Readonly<Record<string, Json | undefined>>;

/** The subset of JSONPath that EventBridge accepts: `$.detail.list[0].name`, `$['detail-type']`. */
const atPath = (path: string, event: Json): Json | undefined => {
  const steps = path.match(/[^.[\]'"$]+/g) ?? [];
  let value: Json | undefined = event;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as JsonObject)[step];
  }
  return value;
};

const ruleValue = (name: string, event: JsonObject, ruleArn: string): Json | undefined => {
  if (name === 'aws.events.rule-arn') return ruleArn;
  if (name === 'aws.events.rule-name') return ruleArn.split('/').at(-1);
  if (name === 'aws.events.event.ingestion-time') return event.time;
  if (name === 'aws.events.event.json') return event;
  if (name === 'aws.events.event')
    return Object.fromEntries(Object.entries(event).filter(([k]) => k !== 'detail'));
  return undefined;
};

const asText = (value: Json | undefined): string => {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const escaped = (text: string) => JSON.stringify(text).slice(1, -1);

/**
 * Placeholders inside a JSON string become text, those outside become JSON; a missing value is an empty text inside
 * a string and nothing outside it.
 */
const fill = (template: string, value: (name: string) => Json | undefined): string => {
  let quoted = false;
  return template.replace(/\\.|"|<([\w.-]+)>/gs, (part, name: string | undefined) => {
    if (part === '"') quoted = !quoted;
    if (name === undefined) return part;
    const found = value(name);
    if (quoted) return escaped(asText(found));
    return found === undefined ? '' : JSON.stringify(found);
  });
};

/** A template that is no JSON (`<msg> happened`) reaches the target as the text itself, with placeholders unquoted. */
const fillTemplate = (template: string, value: (name: string) => Json | undefined): string => {
  const filled = fill(template, value);
  try {
    JSON.parse(filled);
    return filled;
  } catch {
    return JSON.stringify(template.replace(/<([\w.-]+)>/g, (_, name: string) => asText(value(name))));
  }
};

/** The JSON text that a rule's target receives for `event`. */
export function targetInput(shape: InputShape, event: JsonObject, ruleArn: string): string {
  if (shape.Input !== undefined) return shape.Input;
  if (shape.InputPath !== undefined) return JSON.stringify(atPath(shape.InputPath, event) ?? null);
  const transformer = shape.InputTransformer;
  if (!transformer) return JSON.stringify(event);
  const values: Values = Object.fromEntries(
    Object.entries(transformer.InputPathsMap ?? {}).map(([name, path]) => [name, atPath(path, event)]),
  );
  return fillTemplate(transformer.InputTemplate, (name) => values[name] ?? ruleValue(name, event, ruleArn));
}
