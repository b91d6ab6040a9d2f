import { type Zippable, zipSync } from 'fflate';
import { escapeXml } from '#shared/text/write-xml.ts';
import type { Media, Option, Question, QuestionOf } from '../../question.ts';
import { endingOf } from '../embedded-file.ts';
import { type Files, sayable, type WrittenFile } from '../written-file.ts';
import { clozeBody } from './cloze-body.ts';
import { personMarkedBody } from './person-marked.ts';

const KINDS = [
  ...(['single-choice', 'multiple-choice', 'true-false', 'short-answer', 'numeric'] as const),
  ...(['matching', 'ordering', 'cloze', 'essay', 'file-answer'] as const),
] as const;
type QtiKind = (typeof KINDS)[number];

const TEMPLATES = 'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/';
const MATCH = `<qti-response-processing template="${TEMPLATES}match_correct"/>`;
const MAP = `<qti-response-processing template="${TEMPLATES}map_response"/>`;

/** The parts of an item that its kind decides. */
type Body = { readonly declaration: string; readonly interaction: string; readonly processing: string };

const html = (text: string): string => escapeXml(text).replaceAll('\n', '<br/>');
const pathOf = ({ fileId, mediaType }: Media): string => `media/${fileId}.${endingOf(mediaType)}`;

const shown = (media: readonly Media[], files: Files): string =>
  media
    .filter(({ fileId }) => files.has(fileId))
    .map((each) => {
      const source = `src="../${pathOf(each)}"`;
      const alt = escapeXml(each.alt);
      if (each.mediaType.startsWith('image/')) return `<img ${source} alt="${alt}"/>`;
      const name = each.mediaType.startsWith('audio/') ? 'audio' : 'video';
      return `<${name} controls="controls" ${source} title="${alt}"></${name}>`;
    })
    .join('');

const values = (list: readonly string[]): string =>
  `<qti-correct-response>${list.map((each) => `<qti-value>${escapeXml(each)}</qti-value>`).join('')}</qti-correct-response>`;
const mapping = (entries: readonly (readonly [string, number])[], isExact = false): string => {
  const list = entries.map(
    ([key, weight]) =>
      `<qti-map-entry map-key="${escapeXml(key)}" mapped-value="${weight / 100}"${isExact ? ' case-sensitive="true"' : ' case-sensitive="false"'}/>`,
  );
  return `<qti-mapping lower-bound="0" upper-bound="1" default-value="0">${list.join('')}</qti-mapping>`;
};
const declare = (cardinality: string, baseType: string, content: string): string =>
  `<qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${baseType}">${content}</qti-response-declaration>`;

const optionIn = ({ text, feedback, media = [] }: Option, id: string, files: Files): string => {
  const said = feedback
    ? `<qti-feedback-inline outcome-identifier="FEEDBACK" identifier="${id}" show-hide="show">${html(feedback)}</qti-feedback-inline>`
    : '';
  return `<qti-simple-choice identifier="${id}">${html(text)}${shown(media, files)}${said}</qti-simple-choice>`;
};

const choice = (question: QuestionOf<'single-choice' | 'multiple-choice'>, files: Files): Body => {
  const isSingle = question.kind === 'single-choice';
  const ids = question.options.map((_, at) => `O${at + 1}`);
  const right = ids.filter((_, at) => {
    const { weight = 0 } = question.options[at] ?? {};
    return isSingle ? weight === 100 : weight > 0;
  });
  const map = mapping(question.options.map(({ weight }, at) => [ids[at] ?? '', weight] as const));
  const isWhole = question.kind === 'multiple-choice' && question.scoring === 'all-or-nothing';
  return {
    declaration: declare(isSingle ? 'single' : 'multiple', 'identifier', values(right) + map),
    interaction: `<qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="${isSingle ? 1 : 0}">${question.options.map((option, at) => optionIn(option, ids[at] ?? '', files)).join('')}</qti-choice-interaction>`,
    processing: isWhole ? MATCH : MAP,
  };
};

const entry = '<p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>';

/** Ranges have no template, so the program that checks them is written out. */
const ranges = ({ accepted }: QuestionOf<'numeric'>): string => {
  const number = (value: number) => `<qti-base-value base-type="float">${value}</qti-base-value>`;
  const variable = '<qti-variable identifier="RESPONSE"/>';
  const branches = accepted.map(({ low, high, weight }, at) => {
    const name = at === 0 ? 'qti-response-if' : 'qti-response-else-if';
    return `<${name}><qti-and><qti-gte>${variable}${number(low)}</qti-gte><qti-lte>${variable}${number(high)}</qti-lte></qti-and><qti-set-outcome-value identifier="SCORE">${number(weight / 100)}</qti-set-outcome-value></${name}>`;
  });
  return `<qti-response-processing><qti-response-condition>${branches.join('')}</qti-response-condition></qti-response-processing>`;
};

const pairsOf = ({ pairs, distractors, scoring }: QuestionOf<'matching'>): Body => {
  const choices = [...new Set([...pairs.map(({ choice: right }) => right), ...distractors])];
  const idOf = (text: string) => `C${choices.indexOf(text) + 1}`;
  const right = pairs.map(({ choice: text }, at) => `P${at + 1} ${idOf(text)}`);
  const associable = (id: string, text: string, most: number) =>
    `<qti-simple-associable-choice identifier="${id}" match-max="${most}">${html(text)}</qti-simple-associable-choice>`;
  const left = pairs.map(({ prompt }, at) => associable(`P${at + 1}`, prompt, 1)).join('');
  const rightSet = choices.map((text) => associable(idOf(text), text, 0)).join('');
  return {
    declaration: declare(
      'multiple',
      'directedPair',
      values(right) + mapping(right.map((pair) => [pair, 100 / right.length] as const)),
    ),
    interaction: `<qti-match-interaction response-identifier="RESPONSE" shuffle="true" max-associations="0"><qti-simple-match-set>${left}</qti-simple-match-set><qti-simple-match-set>${rightSet}</qti-simple-match-set></qti-match-interaction>`,
    processing: scoring === 'all-or-nothing' ? MATCH : MAP,
  };
};

const BODIES: { readonly [K in QtiKind]: (question: QuestionOf<K>, files: Files) => Body } = {
  'single-choice': choice,
  'multiple-choice': choice,
  'true-false': ({ isTrue }) => ({
    declaration: declare('single', 'identifier', values([String(isTrue)])),
    interaction:
      '<qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="1"><qti-simple-choice identifier="true">Đúng</qti-simple-choice><qti-simple-choice identifier="false">Sai</qti-simple-choice></qti-choice-interaction>',
    processing: MATCH,
  }),
  'short-answer': ({ accepted, compare }) => ({
    declaration: declare(
      'single',
      'string',
      values(
        accepted
          .filter(({ weight }) => weight === 100)
          .slice(0, 1)
          .map(({ text }) => text),
      ) +
        mapping(
          accepted.map(({ text, weight }) => [text, weight] as const),
          compare === 'exact',
        ),
    ),
    interaction: entry,
    processing: MAP,
  }),
  numeric: (question) => ({
    declaration: declare('single', 'float', ''),
    interaction: entry,
    processing: ranges(question),
  }),
  matching: pairsOf,
  ordering: ({ entries }) => ({
    declaration: declare('ordered', 'identifier', values(entries.map((_, at) => `E${at + 1}`))),
    interaction: `<qti-order-interaction response-identifier="RESPONSE" shuffle="true">${entries.map((text, at) => `<qti-simple-choice identifier="E${at + 1}">${html(text)}</qti-simple-choice>`).join('')}</qti-order-interaction>`,
    processing: MATCH,
  }),
  cloze: clozeBody,
  essay: personMarkedBody,
  'file-answer': personMarkedBody,
};

const isSayable = (question: Question): question is QuestionOf<QtiKind> =>
  (KINDS as readonly string[]).includes(question.kind);

const itemXml = (question: QuestionOf<QtiKind>, id: string, files: Files): string => {
  const { kind, title, stem, media = [], explanation } = question;
  const write = BODIES[kind] as (question: Question, files: Files) => Body;
  const { declaration, interaction, processing } = write(question, files);
  const said = explanation
    ? `<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="explanation" show-hide="hide"><qti-content-body>${html(explanation)}</qti-content-body></qti-modal-feedback>`
    : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="${id}" title="${escapeXml(title)}" adaptive="false" time-dependent="false" xml:lang="vi">
${declaration}
<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
<qti-outcome-declaration identifier="FEEDBACK" cardinality="single" base-type="identifier"/>
<qti-item-body><p>${html(stem)}</p>${media.length > 0 ? `<p>${shown(media, files)}</p>` : ''}${interaction}</qti-item-body>
${processing}
${said}
</qti-assessment-item>
`;
};

const manifestXml = (items: readonly { readonly id: string; readonly question: Question }[]): string => {
  const resources = items.map(({ id, question: { competenceCode, level } }) => {
    const tags = [competenceCode && `competence:${competenceCode}`, level && `level:${level}`].filter(
      Boolean,
    );
    const keywords = tags.map(
      (each) => `<keyword><string language="x-none">${escapeXml(each ?? '')}</string></keyword>`,
    );
    const metadata =
      tags.length > 0
        ? `<metadata><lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general>${keywords.join('')}</general></lom></metadata>`
        : '';
    return `<resource identifier="R-${id}" type="imsqti_item_xmlv3p0" href="items/${id}.xml">${metadata}<file href="items/${id}.xml"/></resource>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="BANK">
<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata><organizations/>
<resources>
${resources.join('\n')}
</resources>
</manifest>
`;
};

/** Questions as a QTI 3.0 package: a manifest, a file for each item, and their pictures. */
export function writeQti(questions: readonly Question[], files: Files): WrittenFile {
  const says = {
    kinds: KINDS,
    media: true,
    exactComparison: true,
    scorings: ['all-or-nothing'],
    answerFeedback: ['options'],
  } as const;
  const { held, notices } = sayable(questions, says);
  const items = held.filter(isSayable).map((question, at) => ({ id: `I${at + 1}`, question }));
  const entries: Zippable = { 'imsmanifest.xml': new TextEncoder().encode(manifestXml(items)) };
  for (const { id, question } of items)
    entries[`items/${id}.xml`] = new TextEncoder().encode(itemXml(question, id, files));
  for (const file of files.values()) entries[pathOf({ ...file, alt: '' })] = file.bytes;
  return { bytes: zipSync(entries), mediaType: 'application/zip', ending: 'zip', notices };
}
