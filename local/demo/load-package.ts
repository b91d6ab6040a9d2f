import { demoPackage } from './content.ts';
import { sendFile } from './send-file.ts';
import type { Send } from './session.ts';

/** One interactive lesson, of no course: whoever comes may play it. */
export const loadPackage = (contentStaff: Send): Promise<void> =>
  sendFile(
    contentStaff,
    { title: 'Tin nhắn này thật hay giả?', fileName: 'tin-nhan-lua-dao.zip', competenceCodes: ['4.2'] },
    demoPackage('tin-nhan-lua-dao'),
  );
