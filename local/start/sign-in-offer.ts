import type { Cloud } from '../cloud.ts';
import { isObject, type JsonObject } from '../core/json.ts';
import { demoClassCode } from '../demo/class-codes.ts';
import { demoAccounts } from '../demo/load.ts';
import { LocalRefusal } from '../inspector/inspector.ts';
import type { Contents } from './contents.ts';

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

/** What the sign-in pages offer on this machine: ready demo accounts and a class to join, or entering the first person. */
export function offerSignIn(cloud: Cloud, { kind }: Contents): void {
  const accounts = kind === 'demo' ? demoAccounts() : [];
  cloud.addLocalRoute('/local/sign-in.json', { method: 'GET', answer: () => ({ accounts }) });
  cloud.addLocalRoute('/local/class-code.json', {
    method: 'GET',
    answer: async () => ({ open: kind === 'demo' ? await demoClassCode(cloud) : undefined }),
  });
  cloud.addLocalRoute('/local/first-administrator', {
    method: 'GET',
    answer: () => askFirstAdministrator(cloud, { ask: 'needed' }),
  });
  cloud.addLocalRoute('/local/first-administrator', {
    method: 'POST',
    answer: (input) => appoint(cloud, input),
  });
}
