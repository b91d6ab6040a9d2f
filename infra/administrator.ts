import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** `npm run administrator -- --function NAME`: appoints the first administrator of a deployed centre. Works once. */
const { values } = parseArgs({ options: { function: { type: 'string' } } });
if (!values.function) {
  console.error(
    'Usage: npm run administrator -- --function NAME (deploy prints it), with AWS credentials and a region in the environment.',
  );
  process.exit(2);
}
/** Shows what is typed, but for the password. */
let hidden = false;
const screen = new Writable({
  write: (chunk, encoding, done) => (hidden ? done() : process.stdout.write(chunk, encoding, () => done())),
});
const ask = createInterface({ input: process.stdin, output: screen, terminal: process.stdin.isTTY ?? false });

async function askHidden(question: string): Promise<string> {
  const answer = ask.question(question);
  hidden = true;
  return answer.finally(() => {
    hidden = false;
    console.log();
  });
}

const person = {
  fullName: await ask.question('Full name: '),
  loginName: await ask.question('Sign-in name (small letters, no marks): '),
  password: await askHidden('Password (8 characters or more, with a digit): '),
};
ask.close();
const { Payload } = await new LambdaClient().send(
  new InvokeCommand({
    FunctionName: values.function,
    Payload: new TextEncoder().encode(JSON.stringify(person)),
  }),
);
const answer = JSON.parse(new TextDecoder().decode(Payload)) as {
  personId?: string;
  refusal?: string;
  fields?: string[];
};
if (answer.personId) console.log('Done. Sign in on the site with that name and password.');
else if (answer.refusal === 'exists') console.error('This centre has its first administrator already.');
else
  console.error(
    `Not accepted: ${answer.fields?.join(', ') ?? JSON.stringify(answer)}. Nothing was changed; try again.`,
  );
process.exit(answer.personId ? 0 : 1);
