import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readQti } from './read-qti.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const read = (files: Record<string, string>) => {
  const entries = Object.entries(files).map(([name, text]) => [
    name,
    name.endsWith('.png') ? Uint8Array.from(Buffer.from(text, 'base64')) : strToU8(text),
  ]);
  const file = readQti(zipSync(Object.fromEntries(entries)));
  if (typeof file === 'string') throw new Error(file);
  return file;
};
const old = (content: string, title = 'Tên') =>
  `<?xml version="1.0"?><assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="${title}" adaptive="false" timeDependent="false">${content}</assessmentItem>`;
const MATCH =
  '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>';
const manifest = (type: string, ...hrefs: string[]) =>
  `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>${hrefs.map((href) => `<resource identifier="r" type="${type}" href="${href}"><file href="${href}"/></resource>`).join('')}</resources></manifest>`;

// The items below have the shape of the examples that come with the specification.
test('a choice of version 2.1 with a picture beside it', () => {
  const item = old(
    `<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>ChoiceA</value></correctResponse></responseDeclaration>
<itemBody><p>Nhìn biển trên thùng.</p><p><img src="../images/sign.png" alt="NEVER LEAVE LUGGAGE"/></p>
<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1"><prompt>Biển nói gì?</prompt>
<simpleChoice identifier="ChoiceA">Luôn giữ hành lý.<feedbackInline outcomeIdentifier="F" identifier="ChoiceA" showHide="show">Đúng.</feedbackInline></simpleChoice>
<simpleChoice identifier="ChoiceB">Để hành lý lại.</simpleChoice></choiceInteraction></itemBody>${MATCH}`,
  );
  const { questions, notices } = read({
    'imsmanifest.xml': manifest('imsqti_item_xmlv2p1', 'items/choice.xml'),
    'items/choice.xml': item,
    'images/sign.png': PNG,
  });
  expect(questions).toMatchObject([
    {
      ...{ kind: 'single-choice', title: 'Tên', stem: 'Nhìn biển trên thùng.\nBiển nói gì?' },
      media: [{ mediaType: 'image/png', alt: 'NEVER LEAVE LUGGAGE' }],
      options: [
        { text: 'Luôn giữ hành lý.', weight: 100, feedback: 'Đúng.' },
        { text: 'Để hành lý lại.', weight: 0 },
      ],
    },
  ]);
  expect(notices).toEqual([{ file: 'items/choice.xml', title: 'Tên', code: 'fixed-order' }]);
});

test('an order of version 3.0, with prefixes that 2.1 does not have', () => {
  const item = `<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="o" title="Đua xe"><qti-response-declaration base-type="identifier" cardinality="ordered" identifier="R"><qti-correct-response><qti-value>C</qti-value><qti-value>A</qti-value><qti-value>B</qti-value></qti-correct-response></qti-response-declaration>
<qti-item-body><qti-order-interaction response-identifier="R" shuffle="true"><qti-prompt>Ai về trước?</qti-prompt><qti-simple-choice identifier="A">An</qti-simple-choice><qti-simple-choice identifier="B">Bình</qti-simple-choice><qti-simple-choice identifier="C">Cúc</qti-simple-choice></qti-order-interaction></qti-item-body>
<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct"/></qti-assessment-item>`;
  expect(read({ 'o.xml': item }).questions).toMatchObject([
    { kind: 'ordering', stem: 'Ai về trước?', entries: ['Cúc', 'An', 'Bình'], scoring: 'all-or-nothing' },
  ]);
});

test('choices within a text are a cloze', () => {
  const item = old(
    `<responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>Y</value></correctResponse></responseDeclaration>
<responseDeclaration identifier="S" cardinality="single" baseType="string"><correctResponse><value>Huế</value></correctResponse></responseDeclaration>
<itemBody><p>Vua ở <inlineChoiceInteraction responseIdentifier="R" shuffle="false"><inlineChoice identifier="G">Gia Định</inlineChoice><inlineChoice identifier="Y">Kinh</inlineChoice></inlineChoiceInteraction>, nay là <textEntryInteraction responseIdentifier="S"/></p></itemBody>${MATCH}`,
  );
  expect(
    read({ 'imsmanifest.xml': manifest('imsqti_item_xmlv2p2', 'a.xml'), 'a.xml': item }).questions,
  ).toMatchObject([
    {
      kind: 'cloze',
      passage: [
        'Vua ở ',
        {
          kind: 'single-choice',
          options: [
            { text: 'Gia Định', weight: 0 },
            { text: 'Kinh', weight: 100 },
          ],
        },
        ', nay là ',
        { kind: 'short-answer', accepted: [{ text: 'Huế', weight: 100 }] },
      ],
    },
  ]);
});

test('what the bank has no place for is named with its file', () => {
  const hotText = old(
    '<itemBody><hottextInteraction responseIdentifier="R"><p>a</p></hottextInteraction></itemBody>',
  );
  const { faults, notices } = read({
    'imsmanifest.xml': manifest('imsqti_item_xmlv2p1', 'hot.xml', 'broken.xml', 'missing.xml').replace(
      '</resources>',
      '<resource identifier="t" type="imsqti_test_xmlv2p1" href="test.xml"/></resources>',
    ),
    'hot.xml': hotText,
    'broken.xml': '<assessmentItem>',
    'test.xml': '<assessmentTest/>',
  });
  expect(faults).toEqual([
    { file: 'hot.xml', title: 'Tên', code: 'unknown-kind', what: 'hottextInteraction' },
    { file: 'broken.xml', code: 'syntax' },
    { file: 'missing.xml', code: 'syntax' },
  ]);
  expect(notices).toEqual([{ file: 'test.xml', code: 'object-left-behind', what: 'imsqti_test_xmlv2p1' }]);
});

test('a zip of something else is refused', () => {
  expect(readQti(zipSync({ 'a.txt': strToU8('a') }))).toBe('file-unreadable');
  expect(readQti(Uint8Array.of(1, 2, 3))).toBe('file-unreadable');
});
