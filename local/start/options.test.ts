import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const read = (...arguments_: string[]) => readOptions(arguments_, '/root/of/it');

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({ empty: false, port: 4600, faults: {}, seed: 1, data: '/root/of/it/.local' });
  });

  it('reads every option', () => {
    expect(
      read('--empty', '--port', '5000', '--faults', 'crash=0.1,duplicate=1', '--seed=7', '--data', '/d'),
    ).toEqual({
      empty: true,
      port: 5000,
      faults: { crash: 0.1, duplicate: 1 },
      seed: 7,
      data: '/d',
    });
  });

  it('says nothing more when help is asked for', () => {
    expect(read('--help', '--empty')).toBeUndefined();
    expect(read('-h')).toBeUndefined();
  });

  it.each([
    [['--prot', '1'], /--prot.*--help/],
    [['--port', 'abc'], /--port needs a whole number from 0 to 65533, not "abc"/],
    [['--port', '65534'], /--port/],
    [['--seed', '1.5'], /--seed/],
    [['--faults', 'fire=1'], /--faults: Unknown fault "fire"/],
    [['--faults', 'crash=2'], /--faults: Fault crash needs a rate/],
    [['extra'], /extra/],
  ])('refuses %j in a sentence', (arguments_, sentence) => {
    expect(() => read(...arguments_)).toThrow(sentence);
  });
});
