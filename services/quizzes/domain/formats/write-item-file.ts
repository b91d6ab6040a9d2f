import type { ExportFormat } from '../../contract.ts';
import type { Question } from '../question.ts';
import { writeGift } from './gift/write-gift.ts';
import { writeMoodleXml } from './moodle-xml/write-moodle-xml.ts';
import { writeQti } from './qti/write-qti.ts';
import type { Files, WrittenFile } from './written-file.ts';

const WRITERS: Readonly<Record<ExportFormat, (questions: readonly Question[], files: Files) => WrittenFile>> =
  {
    gift: writeGift,
    'moodle-xml': writeMoodleXml,
    qti: writeQti,
  };

/** Questions with their keys as a file of a format; what it cannot say is named. */
export const writeItemFile = (
  format: ExportFormat,
  questions: readonly Question[],
  files: Files,
): WrittenFile => WRITERS[format](questions, files);
