import { defineProblems } from '#shared/http/problems.ts';

export const reportProblems = defineProblems({
  'invalid-cursor': {
    status: 422,
    vi: 'Trang tiếp theo không mở được. Hãy xem lại từ đầu danh sách.',
    en: 'The next page could not be opened. Start again from the top of the list.',
  },
});
