import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#shared/text/vietnamese.ts';
import { domainsOf, findCourses } from './find-courses.ts';

const courses = [
  { title: 'Thanh toán điện tử', summary: 'Quét mã, chuyển khoản an toàn.', competenceCodes: ['3.1'] },
  { title: 'An toàn trên mạng', summary: 'Nhận ra chiêu lừa.', competenceCodes: ['4.2', '4.3'] },
  { title: 'Đi chợ không tiền mặt', summary: 'Trả tiền bằng thẻ.', competenceCodes: ['3.1'] },
];
const titles = (query: string, domain?: '3' | '4') =>
  findCourses(courses, query, domain).map(({ title }) => title);

describe('findCourses', () => {
  it('finds words by their beginnings, without marks, titles first', () => {
    expect(titles('an toan')).toEqual(['An toàn trên mạng', 'Thanh toán điện tử']);
    expect(titles('toan dien')).toEqual(['Thanh toán điện tử']);
    expect(titles('di cho')).toEqual(['Đi chợ không tiền mặt']);
    expect(titles('ĐI CHỢ')).toEqual(['Đi chợ không tiền mặt']);
    expect(titles('hanh')).toEqual([]);
  });

  it('does not take the end of one word for the beginning of another', () => {
    const [payment, safety] = courses.map((course) => ({ ...course, summary: '' }));
    if (!payment || !safety) throw new Error('two courses');
    expect(findCourses([payment, safety], 'an toan', undefined)).toEqual([safety]);
  });

  it('keeps to a domain', () => {
    expect(titles('', '3')).toEqual(['Thanh toán điện tử', 'Đi chợ không tiền mặt']);
    expect(titles('an toan', '4')).toEqual(['An toàn trên mạng']);
    expect(domainsOf(courses)).toEqual(['3', '4']);
  });

  it('finds each course by any word of its title, with marks or without, and each once', () => {
    const word = fc.constantFrom(...courses.flatMap(({ title }) => title.split(' ')));
    fc.assert(
      fc.property(word, fc.boolean(), (typed, isFolded) => {
        const found = titles(isFolded ? fold(typed) : typed);
        for (const { title } of courses) if (title.split(' ').includes(typed)) expect(found).toContain(title);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });
});
