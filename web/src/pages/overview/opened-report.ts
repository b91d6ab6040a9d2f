import { device } from '../../state/storage.ts';

const OPENED_KEY = 'hvs.opened-report';

/** The report opened last on this device, so that it is not offered as unread again. */
export const openedReport = (): string | undefined => device.read(OPENED_KEY);

export const keepOpenedReport = (reportId: string): void => void device.write(OPENED_KEY, reportId);
