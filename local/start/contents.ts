import fs from 'node:fs';
import path from 'node:path';
import type { Cloud } from '../cloud.ts';
import { isObject, type JsonObject } from '../core/json.ts';
import { demoAccounts, loadDemo } from '../demo/load.ts';
import { LocalRefusal } from '../inspector/inspector.ts';
import { StartRefused } from '../template/start-refused.ts';

/** What a data folder was begun with. It is decided once, so that demo people never mix with real ones. */
export type Contents = { readonly kind: 'demo' | 'own'; readonly complete: boolean };

const fileOf = (data: string): string => path.join(data, 'contents.json');

const write = (data: string, contents: Contents): Contents => {
  fs.writeFileSync(fileOf(data), JSON.stringify(contents));
  return contents;
};

/** Reads or decides what the folder holds. Throws `StartRefused` when `--empty` is asked of a folder with demo data. */
export function contentsOf(data: string, empty: boolean): Contents {
  const file = fileOf(data);
  if (!fs.existsSync(file)) return write(data, { kind: empty ? 'own' : 'demo', complete: empty });
  const contents = JSON.parse(fs.readFileSync(file, 'utf8')) as Contents;
  if (empty && contents.kind === 'demo')
    throw new StartRefused(
      `The data folder ${data} holds demo data: run "npm run reset" first, or choose another folder with --data.`,
    );
  return contents;
}

/** Loads the demo data if they are wanted and not complete; a load that was cut short goes on. */
export async function fill(cloud: Cloud, data: string, log: (line: string) => void): Promise<void> {
  await loadDemo({ cloud, log });
  write(data, { kind: 'demo', complete: true });
}

/** Asks the people service's own function, as an operator would; its answer is an object. */
async function askFirstAdministrator(cloud: Cloud, input: JsonObject): Promise<JsonObject> {
  const found = cloud.resources
    .of('AWS::Lambda::Function')
    .find((resource) => resource.path.includes('FirstAdministrator'));
  if (!found) throw new LocalRefusal(404, 'This platform has no way to appoint a first administrator.');
  const result = await cloud.services.lambda.invoke(found.name, input);
  if (!result.ok) throw new LocalRefusal(503, result.error.errorMessage);
  const answer: unknown = JSON.parse(result.payload);
  return isObject(answer) ? answer : {};
}

async function appoint(cloud: Cloud, input: JsonObject): Promise<JsonObject> {
  const answer = await askFirstAdministrator(cloud, input);
  if (answer.refusal === undefined) return answer;
  throw new LocalRefusal(answer.refusal === 'exists' ? 409 : 422, String(answer.refusal));
}

/** What the sign-in page offers on this machine: ready demo accounts, or entering the first person. */
export function offerSignIn(cloud: Cloud, { kind }: Contents): void {
  const accounts = kind === 'demo' ? demoAccounts() : [];
  cloud.addLocalRoute('/local/sign-in.json', { method: 'GET', answer: () => ({ accounts }) });
  cloud.addLocalRoute('/local/first-administrator', {
    method: 'GET',
    answer: () => askFirstAdministrator(cloud, { ask: 'needed' }),
  });
  cloud.addLocalRoute('/local/first-administrator', {
    method: 'POST',
    answer: (input) => appoint(cloud, input),
  });
}
