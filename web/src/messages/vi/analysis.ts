/** Phân tích câu hỏi: câu nào khó, câu nào không phân biệt được người học. */
export const analysis = {
  title: 'Phân tích câu hỏi',
  open: 'Xem phân tích câu hỏi',
  openOf: (quiz: string) => `Xem phân tích câu hỏi: ${quiz}`,
  none: 'Chưa ai nộp bài này. Có bài nộp, số liệu sẽ hiện ở đây.',
  sentence: (attempts: number, flagged: number) =>
    flagged === 0
      ? `${attempts} lượt nộp bài. Chưa thấy câu nào cần xem lại.`
      : `${attempts} lượt nộp bài. Có ${flagged} câu cần xem lại.`,
  tooFew: (needed: number) => `Số liệu còn ít: từ ${needed} lượt làm trở lên mới nên dựa vào để sửa câu hỏi.`,
  reliability: (alpha: string) => `Độ tin cậy của cả bài: ${alpha}.`,
  noReliability: 'Chưa tính được độ tin cậy: mỗi lượt làm gặp câu khác nhau hoặc điểm chưa khác nhau.',
  tableTitle: (quiz: string) => `Phân tích câu hỏi: ${quiz}`,
  item: 'Câu hỏi',
  attempts: 'Lượt làm',
  facility: 'Đạt điểm (%)',
  discrimination: 'Độ phân biệt',
  blank: 'Bỏ trống (%)',
  flags: 'Cần xem',
  flag: {
    'too-few-attempts': 'ít lượt làm',
    'too-easy': 'quá dễ',
    'too-hard': 'quá khó',
    'does-not-separate': 'phân biệt kém',
    'separates-wrongly': 'người giỏi lại sai',
    'often-left-blank': 'hay bị bỏ trống',
  },
  facilityTitle: 'Mỗi câu được bao nhiêu phần điểm',
  choicesTitle: 'Người học đã chọn gì',
  choicesLead: 'Dấu đúng đứng trước đáp án đúng. Đáp án sai mà ít ai chọn thì nên viết lại.',
  choice: 'Phương án',
  count: 'Số lần chọn',
  right: (text: string) => `✓ ${text}`,
  idle: 'ít ai chọn',
  values: { true: 'Đúng', false: 'Sai' },
  howRead: 'Cách đọc các con số',
  explanations: [
    'Đạt điểm: phần điểm trung bình của câu. Dưới 20% là quá khó, trên 95% là quá dễ.',
    'Độ phân biệt: người làm tốt cả bài có hay làm đúng câu này không. Từ 0,20 trở lên là dùng được.',
    'Độ phân biệt âm: thường là đáp án bị đánh dấu nhầm hoặc câu hỏi gây hiểu lầm.',
    'Độ tin cậy từ 0,70 trở lên: điểm của bài nói đúng sức học hơn là may rủi.',
  ],
};
