import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childNamed, childrenNamed, readXml, textWithin } from './read-xml.ts';

test('elements with their attributes, texts and lines', () => {
  const root = readXml(
    '<?xml version="1.0"?>\n<quiz>\n<question type="a"><text><![CDATA[<b>1 & 2</b>]]></text></question>\n<question type="b&amp;c"/></quiz>',
  );
  const questions = childrenNamed(root, 'question');
  expect(questions.map(({ attributes, line }) => [attributes.type, line])).toEqual([
    ['a', 3],
    ['b&c', 4],
  ]);
  expect(textWithin(childNamed(questions[0], 'text'))).toBe('<b>1 & 2</b>');
});

test.each([
  ['cut off', '<quiz><question>'],
  ['closed wrongly', '<a><b></a>'],
  ['two roots', '<a/><b/>'],
  ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
  ['too deep', '<a>'.repeat(300) + '</a>'.repeat(300)],
  ['no XML', 'một bài thơ'],
])('%s is refused', (_, text) => {
  expect(readXml(text)).toBeUndefined();
});

test('any text is read or refused, and never throws', () => {
  const piece = fc.constantFrom(
    '<a>',
    '</a>',
    '<b c="d">',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&#x1F600;',
    '<!--',
    '-->',
    '<?',
    '>',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const root = readXml(pieces.join(''));
      expect(root === undefined || typeof root.name === 'string').toBe(true);
    }),
  );
});
