import path from 'node:path';
import { parseArgs } from 'node:util';
import { type FaultRates, parseFaults } from '../core/faults.ts';
import { StartRefused } from '../template/start-refused.ts';

/** How `npm start` was asked to start. `data` is an absolute path. */
export type StartOptions = {
  readonly empty: boolean;
  readonly port: number;
  readonly faults: FaultRates;
  readonly seed: number;
  readonly data: string;
};

const DEFAULT_PORT = 4600;
export const HELP = `Hoc Vu So on this machine.

  npm start -- [options]

  --empty           start without demo data: the first visitor becomes the administrator
  --port <number>   the address to open in the browser (default ${DEFAULT_PORT}; the next one
                    serves the AWS APIs, the one after it interactive packages)
  --data <folder>   where everything is kept (default .local)
  --faults <list>   let things go wrong on purpose, for example duplicate=0.1,crash=0.05
                    kinds: duplicate, reorder, crash, throttle, conflict; rates from 0 to 1
  --seed <number>   repeat the same faults (default 1)
  --help            this text

  npm run reset                 forget everything in the data folder
  npm run backup -- <folder>    copy the data folder, also while running
`;

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && text.trim() !== '' && value >= least && value <= most) return value;
  throw new StartRefused(`--${name} needs a whole number from ${least} to ${most}, not "${text}".`);
}

function readFaults(text: string): FaultRates {
  try {
    return parseFaults(text);
  } catch (error) {
    throw new StartRefused(`--faults: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Reads the command line; undefined when help is asked for. Throws `StartRefused` for a flag or value it does not know. */
export function readOptions(arguments_: readonly string[], root: string): StartOptions | undefined {
  const options = {
    empty: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
    port: { type: 'string', default: String(DEFAULT_PORT) },
    data: { type: 'string', default: path.join(root, '.local') },
    faults: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    values = parseArgs({ args: [...arguments_], options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefused(`${reason.split('. ')[0]}. Use --help to see every option.`);
  }
  if (values.help) return undefined;
  return {
    empty: values.empty,
    port: wholeNumber('port', values.port, 0, 65_533),
    seed: wholeNumber('seed', values.seed, 0, 2 ** 31),
    faults: readFaults(values.faults),
    data: path.resolve(values.data),
  };
}
