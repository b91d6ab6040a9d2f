import { expect, test } from 'vitest';
import { measuring, normalising, readLoudness } from './loudness.ts';

const PRINTED = `Input #0, mov, from 'file:/scratch/source':
  Metadata:
    title           : {"input_i" : "-1.0"}
[Parsed_loudnorm_3 @ 0x5581]
{
	"input_i" : "-31.60",
	"input_tp" : "-9.10",
	"input_lra" : "5.20",
	"input_thresh" : "-42.10",
	"output_i" : "-16.70",
	"normalization_type" : "dynamic",
	"target_offset" : "0.70"
}
`;

test('the measurement is what was printed last, whatever a title pretends to be', () => {
  expect(readLoudness(PRINTED)).toMatchObject({ input_i: '-31.60', target_offset: '0.70' });
  expect(() => readLoudness('nothing')).toThrow('no loudness');
});

test('silence gets no gain, and speech the one that was measured', () => {
  const measured = readLoudness(PRINTED);
  expect(normalising({ ...measured, input_i: '-inf' })).toBe('anull');
  expect(normalising(measured)).toContain('linear=true:measured_I=-31.60:measured_TP=-9.10');
});

test('a path with the signs of a filter graph stays one option', () => {
  expect(measuring("/tmp/a'b:c,d[e]")).toContain("stats_file=/tmp/a\\\\\\'b\\\\:c\\,d\\[e\\]");
});
