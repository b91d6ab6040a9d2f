import type { Response, SeenItem } from '../../services/quizzes/contract.ts';
import { readItemFile } from '../../services/quizzes/domain/formats/read-item-file.ts';
import type { Question } from '../../services/quizzes/domain/question.ts';

/** What a machine marks, as banks of the centre mix it: most of them choices. */
const KINDS = [
  '=Kho ứng dụng ~Tin nhắn lạ ~Tệp của người lạ ~Trang không tên',
  '~%50%Hối thúc ~%50%Đòi mã OTP ~%-50%Ghi ngày giờ ~%-50%Có lời chào',
  '=Khóa màn hình ~Cho mượn máy ~Tắt máy ~Bỏ qua',
  'TRUE',
  '=mật khẩu =mat khau',
  '#2.5:0.1',
  '=Gọi -> nút xanh =Tắt -> nút đỏ =Chụp -> nút tròn',
  '=Hỏi lại người thân ~Chuyển tiền ngay ~Đọc mã cho họ ~Bấm đường dẫn',
] as const;

/** A bank in GIFT; every question has a competence. */
export const giftOf = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `// competence: 4.${1 + (at % 3)} level: CB1\n::Câu ${at}::Câu số ${at} hỏi gì?{${KINDS[at % KINDS.length]}}\n`,
  ).join('\n');

/** The same bank as questions. Throws when one of them is not taken. */
export async function questionsOf(count: number): Promise<readonly Question[]> {
  const file = await readItemFile('gift', new TextEncoder().encode(giftOf(count)));
  if (typeof file === 'string') throw new Error(file);
  if (file.questions.length !== count) throw new Error(JSON.stringify(file.faults));
  return file.questions;
}

/** A response that fits what is seen, another one for each `turn`; right or not by chance. */
export function someAnswer(item: SeenItem, turn: number): Response {
  const at = <T>(list: readonly T[], place = turn): T => list[place % list.length] as T;
  switch (item.kind) {
    case 'single-choice':
      return { kind: item.kind, optionId: at(item.options).optionId };
    case 'multiple-choice':
      return { kind: item.kind, optionIds: [at(item.options).optionId, at(item.options, turn + 1).optionId] };
    case 'true-false':
      return { kind: item.kind, value: turn % 2 === 0 };
    case 'short-answer':
      return { kind: item.kind, text: at(['Mật khẩu', 'mat  khau', 'tên tôi']) };
    case 'numeric':
      return { kind: item.kind, text: at(['2,5', '2.45', '3']) };
    case 'matching': {
      const pairs = item.prompts.map(({ promptId }, place) => [
        promptId,
        at(item.choices, place + turn).choiceId,
      ]);
      return { kind: item.kind, pairs: Object.fromEntries(pairs) as Record<string, string> };
    }
    default:
      throw new Error(`the bank of this file has no ${item.kind}`);
  }
}
