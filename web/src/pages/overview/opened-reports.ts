import { device, readJson } from '../../state/storage.ts';

/** Held one report before it held several; what it held then is unreadable now and counts as none. */
const OPENED_KEY = 'hvs.opened-report';
/** Two months of days: older reports are not news to anybody. */
const MOST = 62;

/** The reports that were opened on this device, the last one first, so that they are not offered as unread again. */
export const openedReports = (): readonly string[] => {
  const kept = readJson<unknown>(device, OPENED_KEY);
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
};

export const keepOpenedReport = (reportId: string): void => {
  const others = openedReports().filter((one) => one !== reportId);
  device.write(OPENED_KEY, JSON.stringify([reportId, ...others].slice(0, MOST)));
};
