import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { addDays } from '../../shared/time/local-time.ts';
import { tone } from './tones.ts';

const folder = path.join(import.meta.dirname, 'content');
const text = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const json = <T>(file: string): T => JSON.parse(text(file)) as T;

export type DemoPerson = {
  readonly loginName: string;
  readonly fullName: string;
  readonly birthYear: number;
  readonly roles: readonly string[];
  readonly classCode?: string;
  /** One person per role that the sign-in page offers by one click. */
  readonly featured?: boolean;
};
export type DemoClass = {
  readonly code: string;
  readonly name: string;
  readonly teachers: readonly string[];
};
export type DemoRun = {
  readonly code: string;
  readonly mode: string;
  readonly room?: string;
  readonly seats: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly demoEnrolments: number;
  /** Whether the learner of the one-click sign-in has a seat as well. */
  readonly demoFeatured?: true;
};
export type DemoCourse = {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly competenceCodes: readonly string[];
  readonly lessons: readonly string[];
  readonly quiz: {
    readonly title: string;
    readonly gift: string;
    readonly itemCount: number;
    readonly timeLimitMinutes: number;
    readonly attemptsAllowed: number;
    readonly passHundredths: number;
  };
  /** A second quiz, of all questions of a file that GIFT has no words for. */
  readonly practice?: {
    readonly title: string;
    readonly items: string;
    readonly attemptsAllowed: number;
    readonly passHundredths: number;
  };
  /** A quiz of questions that show pictures and sounds, or are answered by a photo: which of them, says its blueprint. */
  readonly pictured?: {
    readonly title: string;
    readonly items: string;
    readonly attemptsAllowed: number;
    readonly passHundredths: number;
    readonly blueprint: readonly object[];
  };
  readonly runs: readonly DemoRun[];
};
export type DemoCampaign = {
  readonly code: string;
  readonly name: string;
  readonly goal: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly landingCourse: string;
  readonly channels: readonly { readonly kind: string; readonly label: string }[];
};
/** A quiz that somebody has taken already: in which course, how long ago, and how many questions were answered rightly. */
export type DemoAttempt = {
  readonly loginName: string;
  readonly course: string;
  readonly daysAgo: number;
  readonly right: number;
};
/** Somebody who has found out where they stand, and knows the questions up to a level. */
export type DemoPlacement = { readonly loginName: string; readonly level: string };
/** A question that only placements ask; its options' weights say which is right. */
export type DemoPlacementItem = {
  readonly stem: string;
  readonly level: string;
  readonly options: readonly { readonly text: string; readonly weight: number }[];
};
export type DemoLesson = {
  readonly title: string;
  readonly minutes: number;
  readonly competenceCodes: readonly string[];
  readonly text: string;
};

export const demoPeople = (): DemoPerson[] => json('people.json');
export const demoClasses = (): DemoClass[] => json('classes.json');
export const demoCourses = (): DemoCourse[] => json('courses.json');
export const demoTargets = (): { readonly code: string; readonly value: number }[] => json('targets.json');
export const demoAttempts = (): DemoAttempt[] => json('attempts.json');
export const demoPlacements = (): DemoPlacement[] => json('placement/taken.json');
export const demoPlacementItems = (): DemoPlacementItem[] => json('placement/items.json');
export const demoCampaigns = (): DemoCampaign[] => json('campaigns.json');

/** The day for which the demo's dates were written. */
const WRITTEN_ON = '2026-11-23';

/** A date of the demo as it is wanted today: moved by whole weeks, so that weekdays stay and a repeated load asks for the same. */
export function movedToToday(date: string, today: string): string {
  const weeks = Math.floor((Date.parse(today) - Date.parse(WRITTEN_ON)) / (7 * 86_400_000));
  return addDays(date, Math.max(0, weeks) * 7);
}
export const demoQuestions = (course: DemoCourse): string => text(course.quiz.gift);
export const demoItems = (file: string): { readonly kind: string }[] => json(file);
/** Questions that show files, which they call by name, and those files by that name: of the folder, or tones made anew. */
export function demoPictured(from: string) {
  const files = new Map<string, Buffer>();
  const named = (_: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('file' in value)) return value;
    const { file, ...rest } = value as { readonly file: string };
    const bytes = tone(file) ?? readFileSync(path.join(folder, 'files', file));
    files.set(file, bytes);
    return { ...rest, fileId: createHash('sha256').update(bytes).digest('hex') };
  };
  return { questions: JSON.parse(text(from), named) as { readonly kind: string }[], files };
}
/** Questions of the course on safety that nobody has approved yet. */
export const demoWaiting = (): { readonly title: string }[] => json('waiting.json');
/** What the library points to, as the content staff describes it. */
export const demoLibrary = (): readonly { readonly title: string }[] => json('library.json');
export const demoLecture = (): Buffer => readFileSync(path.join(folder, 'lecture.mp4'));
/** What is said in it, as WebVTT. */
export const demoCaptions = (): string => text('lecture.vtt');

/** An interactive lesson, packed as an authoring tool packs it; the same bytes each time. */
export function demoPackage(name: string): Uint8Array {
  const from = path.join(folder, 'packages', name);
  const files = readdirSync(from)
    .toSorted()
    .map((file) => [file, readFileSync(path.join(from, file))] as const);
  return zipSync(Object.fromEntries(files), { mtime: `${WRITTEN_ON}T00:00:00` });
}

/** Front matter (title, minutes, competenceCodes) and the Markdown below it. */
export function demoLesson(file: string): DemoLesson {
  const [, head = '', body = ''] = text(file).split(/^---\s*$/m);
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'm').exec(head)?.[1]?.trim() ?? '';
  return {
    title: field('title').replace(/^["']|["']$/g, ''),
    minutes: Number(field('minutes')),
    competenceCodes: JSON.parse(field('competenceCodes')) as string[],
    text: body.trim(),
  };
}
