import { defineProblems } from '#shared/http/problems.ts';

export const campaignProblems = defineProblems({
  'closes-before-it-opens': {
    status: 422,
    vi: 'Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa lại ngày.',
    en: 'The last day must not be before the first. Change one of them.',
  },
  'campaign-closed': {
    status: 409,
    vi: 'Chiến dịch đã kết thúc nên không thêm kênh được. Hãy mở chiến dịch mới.',
    en: 'The campaign has ended; no channel can be added any more. Open a new one.',
  },
});
