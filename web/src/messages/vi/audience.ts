import { formatCount } from '../../format/numbers.ts';

const people = (n: number) => `${formatCount(n, 'vi')} người`;

const through = (viewers: number, finished: number): string => {
  if (finished === 0) return 'chưa ai xem hết.';
  return finished === viewers ? 'và đều xem hết.' : `${people(finished)} xem hết.`;
};

/** Ai đã xem bài giảng, và dừng ở đâu. */
export const audience = {
  title: 'Người xem',
  none: 'Chưa có ai xem bài này.',
  noneOf: (learners: number) => `Chưa ai trong ${people(learners)} xem bài này.`,
  seen: (viewers: number, finished: number) => `${people(viewers)} đã xem, ${through(viewers, finished)}`,
  seenOf: (viewers: number, learners: number, finished: number) =>
    `${formatCount(viewers, 'vi')} trong ${people(learners)} đã xem, ${through(viewers, finished)}`,
  leave: (n: number, from: string, to: string) => `Nhiều người dừng nhất từ ${from} đến ${to}: ${people(n)}.`,
  stay: 'Còn xem',
  left: 'Dừng lại',
  table: 'Xem dạng bảng',
  part: 'Đoạn',
  stopped: 'Số người dừng',
  span: (from: string, to: string) => `${from} đến ${to}`,
};
