import { describe, expect, it } from 'vitest';
import { firstCourse, firstLesson } from './first-lesson.ts';

const courses = [
  { courseId: 'empty', lessonCount: 0 },
  { courseId: 'phone', lessonCount: 4 },
];

describe('where somebody begins who has just come into a class', () => {
  it('is the course of their seat, else the first that has lessons', () => {
    expect(firstCourse([], courses)).toBe('phone');
    expect(firstCourse([{ courseId: 'safety', status: 'confirmed' }], courses)).toBe('safety');
    expect(firstCourse([{ courseId: 'safety', status: 'completed' }], courses)).toBe('phone');
    expect(firstCourse([], [])).toBeUndefined();
  });

  it('is the first lesson that was not read', () => {
    const lessons = [
      { lessonNo: 1, title: 'Một' },
      { lessonNo: 2, title: 'Hai' },
    ];
    const course = { slug: 'an-toan', title: 'An toàn', lessons };
    expect(firstLesson(course, []).href).toBe('/khoa-hoc/an-toan/bai/1');
    expect(firstLesson(course, [1])).toEqual({
      href: '/khoa-hoc/an-toan/bai/2',
      course: 'An toàn',
      title: 'Hai',
    });
    expect(firstLesson(course, [1, 2]).href).toBe('/khoa-hoc/an-toan/bai/1');
    expect(firstLesson({ ...course, lessons: [] }, []).href).toBe('/khoa-hoc');
    expect(firstLesson(undefined, []).href).toBe('/khoa-hoc');
  });
});
