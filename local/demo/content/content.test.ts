import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { ROLES } from '#shared/contract/roles.ts';
import { CompetenceCode, Day } from '#shared/contract/values.ts';
import { fold } from '#shared/text/vietnamese.ts';
import { englishLeftovers, longSentences } from '../../../tests/support/plain-words.ts';
import { parseMarkdown, wordsOf } from '../../../web/src/markdown/parse.ts';

const here = import.meta.dirname;
const today = '2026-11-23';
const read = (file: string) => readFileSync(join(here, file), 'utf8');

const Course = z.strictObject({
  code: z.string(),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string(),
  summary: z.string(),
  competenceCodes: z.array(CompetenceCode).min(1).max(12),
  audience: z.string(),
  lessons: z.array(z.string()).min(3).max(4),
  quiz: z.strictObject({
    title: z.string(),
    gift: z.string(),
    itemCount: z.int().max(12),
    timeLimitMinutes: z.int(),
    attemptsAllowed: z.int(),
    passHundredths: z.literal(500),
  }),
  practice: z
    .strictObject({
      title: z.string(),
      items: z.string(),
      attemptsAllowed: z.int(),
      passHundredths: z.literal(500),
    })
    .optional(),
  pictured: z
    .strictObject({
      title: z.string(),
      items: z.string(),
      attemptsAllowed: z.int(),
      passHundredths: z.literal(500),
      blueprint: z.array(z.object({ count: z.int() })),
    })
    .optional(),
  runs: z
    .array(
      z.strictObject({
        code: z.string(),
        mode: z.enum(['in-person', 'online', 'blended']),
        seats: z.int().positive(),
        startsOn: Day,
        endsOn: Day,
        room: z.string(),
        demoEnrolments: z.int().min(0),
        demoFeatured: z.literal(true).optional(),
      }),
    )
    .min(1),
});
const Person = z.strictObject({
  loginName: z.string(),
  fullName: z.string(),
  birthYear: z.int().min(1948).max(2010),
  gender: z.enum(['female', 'male']),
  roles: z.array(z.enum(ROLES)).min(1),
  classCode: z.string().optional(),
  featured: z.literal(true).optional(),
});
const SchoolClass = z.strictObject({
  code: z.string(),
  name: z.string(),
  teachers: z.array(z.string()).min(1),
});
const Attempt = z.strictObject({
  loginName: z.string(),
  course: z.string(),
  daysAgo: z.int().min(0).max(14),
  right: z.int().min(0).max(10),
});
const Campaign = z.strictObject({
  code: z.string(),
  name: z.string(),
  goal: z.string(),
  opensOn: Day,
  closesOn: Day,
  landingCourse: z.string(),
  channels: z.array(
    z.strictObject({
      code: z.string(),
      kind: z.enum(['fanpage', 'website', 'poster', 'assembly', 'zalo']),
      label: z.string(),
    }),
  ),
});

const courses = z.array(Course).parse(JSON.parse(read('courses.json')));
const people = z.array(Person).parse(JSON.parse(read('people.json')));
const classes = z.array(SchoolClass).parse(JSON.parse(read('classes.json')));
const attempts = z.array(Attempt).parse(JSON.parse(read('attempts.json')));
const campaigns = z.array(Campaign).parse(JSON.parse(read('campaigns.json')));
const learners = people.filter((person) => person.roles.includes('learner'));
const runs = courses.flatMap((course) => course.runs);

const frontMatter =
  /^---\ntitle: (?<title>.+)\nminutes: (?<minutes>\d+)\ncompetenceCodes: (?<codes>\[.+\])\n---\n/;
const readLesson = (file: string) => {
  const text = read(file);
  const head = frontMatter.exec(text);
  if (!head?.groups) throw new Error(`${file}: front matter is not readable`);
  const codes = z
    .array(CompetenceCode)
    .min(1)
    .parse(JSON.parse(head.groups.codes ?? ''));
  return {
    title: head.groups.title ?? '',
    minutes: Number(head.groups.minutes),
    codes,
    body: text.slice(head[0].length),
  };
};

test('six courses, sixty people, three classes and one campaign, each named once', () => {
  expect([courses.length, people.length, classes.length, campaigns.length]).toEqual([6, 60, 3, 1]);
  for (const names of [courses.map((c) => c.slug), courses.map((c) => c.code), runs.map((r) => r.code)]) {
    expect(new Set(names).size).toBe(names.length);
  }
});

test('courses name exactly the lesson and question files that exist', () => {
  const named = courses.flatMap((course) => [
    ...course.lessons,
    course.quiz.gift,
    ...(course.practice ? [course.practice.items] : []),
    ...(course.pictured ? [course.pictured.items] : []),
  ]);
  expect(named.toSorted()).toEqual(
    globSync(['lessons/**/*.md', 'questions/*.gift', '{practice,pictured}/*.json'], { cwd: here }).toSorted(),
  );
});

test.each(courses.flatMap((course) => course.lessons.map((file) => [file, course] as const)))(
  '%s is short, practical and within its course',
  (file, course) => {
    const { title, minutes, codes, body } = readLesson(file);
    const syllables = body
      .replace(/[#>*:-]|^\d+\.|^[([].[)\]]/gm, ' ')
      .split(/\s+/)
      .filter(Boolean).length;
    expect(syllables).toBeGreaterThanOrEqual(150);
    expect(syllables).toBeLessThanOrEqual(340);
    expect(minutes).toBeGreaterThanOrEqual(10);
    expect(minutes).toBeLessThanOrEqual(30);
    expect(body).toMatch(/^1\. /m);
    expect(body).toMatch(/^## Thử làm ngay\n\n::: \S/m);
    expect(body).toMatch(/^## Ghi nhớ\n\n> \S/m);
    expect(course.competenceCodes).toEqual(expect.arrayContaining(codes));
    expect(longSentences(`${title}\n${body}`)).toEqual([]);
  },
);

const practicesOf = (file: string) =>
  parseMarkdown(readLesson(file).body).filter((block) => block.kind === 'practice');

test.each(courses.flatMap((course) => course.lessons))(
  '%s can be tried out, and each try has an end',
  (file) => {
    const practices = practicesOf(file);
    expect(practices.length).toBeGreaterThan(0);
    for (const { form, options, after } of practices) {
      expect(form).not.toBe('plain');
      if (form === 'checklist') continue;
      // One right answer, and the reason why it is right.
      expect(options.filter(({ isRight }) => isRight)).toHaveLength(1);
      expect(after.length).toBeGreaterThan(0);
    }
  },
);

test('no practice asks what a quiz asks: lessons are public and would give the answer away', () => {
  const asked = courses.map(({ quiz }) => fold(read(quiz.gift)));
  const practices = courses
    .flatMap(({ lessons }) => lessons.flatMap(practicesOf))
    .filter(({ form }) => form === 'choice');
  const said = practices.flatMap(({ title, options }) => [
    wordsOf(title),
    ...options.filter(({ isRight }) => isRight).map(({ parts }) => wordsOf(parts)),
  ]);
  expect(practices.length).toBeGreaterThanOrEqual(10);
  // Two words are no question yet: they may well stand in one.
  const asksSomething = (words: string) => words.split(' ').length > 2;
  expect(
    said.filter(asksSomething).filter((words) => asked.some((questions) => questions.includes(fold(words)))),
  ).toEqual([]);
});

test('every run is yet to end and has seats left, and exactly one is down to two', () => {
  for (const run of runs) {
    expect(run.startsOn < run.endsOn).toBe(true);
    expect(run.endsOn > today).toBe(true);
    expect(run.demoEnrolments).toBeLessThan(run.seats);
    expect(run.demoEnrolments).toBeLessThanOrEqual(learners.length);
  }
  expect(runs.filter((run) => run.seats - run.demoEnrolments === 2).map((run) => run.code)).toEqual([
    'KNS01-01',
  ]);
});

test('login names are the folded full names, unique also between people of one name', () => {
  const seen = new Map<string, number>();
  for (const person of people) {
    const base = fold(person.fullName).replaceAll(' ', '');
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    expect(person.loginName).toBe(count === 1 ? base : `${base}${count}`);
    expect(person.loginName).toMatch(/^[a-z0-9]{3,40}$/);
  }
  expect(new Set(people.map((person) => person.loginName)).size).toBe(people.length);
  expect(Math.max(...seen.values())).toBe(2);
});

test('one featured person stands for each role, and holds no other', () => {
  const featured = people.filter((person) => person.featured);
  expect(featured.map((person) => person.roles.join()).toSorted()).toEqual([...ROLES].toSorted());
  expect(featured.find((person) => person.roles.includes('learner'))?.fullName).toBe('Nguyễn Thị Mỹ Hạnh');
});

test('learners, and only learners, sit in the three classes; teachers lead each', () => {
  for (const { code, teachers } of classes) {
    expect(learners.filter((learner) => learner.classCode === code)).toHaveLength(15);
    for (const teacher of teachers)
      expect(people.find((person) => person.loginName === teacher)?.roles).toContain('teacher');
  }
  expect(people.filter((person) => person.classCode !== undefined)).toEqual(learners);
  expect(learners).toHaveLength(45);
});

test('quizzes were taken by learners, oldest first, as often as they may be', () => {
  const takers = new Set(learners.map((one) => one.loginName));
  const byCourse = new Map(courses.map((course) => [course.slug, course]));
  const tries = new Map<string, number>();
  for (const { loginName, course } of attempts) {
    expect(takers).toContain(loginName);
    const key = `${loginName} ${course}`;
    tries.set(key, (tries.get(key) ?? 0) + 1);
    expect(tries.get(key)).toBeLessThanOrEqual(byCourse.get(course)?.quiz.attemptsAllowed ?? 0);
  }
  const days = attempts.map(({ daysAgo }) => daysAgo);
  expect(days).toEqual(days.toSorted((a, b) => b - a));
});

test('the featured learner has passed one of her courses, is at another, and can take a seat in the rest', () => {
  const hers = courses.filter((course) => course.runs.some((run) => run.demoFeatured));
  const { loginName } = learners.find((one) => one.featured) ?? {};
  const passed = attempts.filter((one) => one.loginName === loginName && one.right >= 5);
  expect(hers).toHaveLength(2);
  expect(passed).toHaveLength(1);
  expect(hers.map(({ slug }) => slug)).toContain(passed[0]?.course);
  for (const { startsOn, endsOn } of hers.flatMap((course) => course.runs.filter((run) => run.demoFeatured)))
    expect(startsOn <= today && today <= endsOn).toBe(true);
});

test('the campaign is open today, on five different channels, and lands on a course', () => {
  const [campaign] = campaigns;
  expect([campaign?.opensOn, campaign?.closesOn]).toEqual(['2026-10-01', '2026-12-31']);
  expect(new Set(campaign?.channels.map((channel) => channel.kind)).size).toBe(5);
  expect(courses.map((course) => course.slug)).toContain(campaign?.landingCourse);
});

test('learner-facing lines of the data files are plain', () => {
  const lines = [
    ...courses.flatMap((course) => [course.title, course.summary, course.audience, course.quiz.title]),
    ...campaigns.flatMap((campaign) => [
      campaign.name,
      campaign.goal,
      ...campaign.channels.map((c) => c.label),
    ]),
    ...courses.flatMap((course) => course.lessons.map((file) => readLesson(file).body)),
  ];
  expect(lines.flatMap(longSentences)).toEqual([]);
  expect(lines.flatMap(englishLeftovers)).toEqual([]);
});

test.each(globSync('**/*.{json,md,gift}', { cwd: here }))('%s is composed Vietnamese text', (file) => {
  const text = read(file);
  expect(text).toBe(text.normalize('NFC'));
  // U+FFFD marks a lost byte; Ð (U+00D0) and ð are Icelandic letters that look like đ and break search.
  expect(text).not.toMatch(/[\uFFFD\u00D0\u00F0\u200B\u00A0\r]/);
});

test('the interactive lesson speaks plain Vietnamese too', () => {
  const folder = 'packages/tin-nhan-lua-dao';
  const page = read(`${folder}/index.html`)
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<[^>]+>/g, ' ');
  const questions = read(`${folder}/questions.js`);
  const said = [...questions.matchAll(/'([^']+)'/g)].map(([, text = '']) => text);
  const paragraphs = page.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
  const found = [...paragraphs, ...said].flatMap((text) => [
    ...longSentences(text),
    ...englishLeftovers(text),
  ]);
  expect(said.length).toBeGreaterThan(12);
  expect(found).toEqual([]);
});
