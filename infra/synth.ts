import { parseArgs } from 'node:util';
import { buildApp } from './build-app.ts';
import { bundleFunctions } from './bundle.ts';
import { newApp } from './new-app.ts';

/** `npm run synth -- --stage dev`: bundles and templates into a folder, with the time it took. */
const { values } = parseArgs({
  options: { stage: { type: 'string', default: 'local' }, out: { type: 'string', default: 'cdk.out' } },
});
const began = Date.now();
await bundleFunctions();
const bundled = Date.now();
const app = newApp(values.out);
buildApp(app, values.stage);
const { stacks } = app.synth();
console.log(
  `${stacks.length} stacks of stage ${values.stage} in ${values.out}: bundles ${bundled - began} ms, templates ${Date.now() - bundled} ms`,
);
