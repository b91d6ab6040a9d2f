import type { DeviceStorage } from '../state/storage.ts';
import { isIdle } from './lasting.ts';

/** When the device was last touched, ms since 1970; one for all tabs. */
const ACTIVE_KEY = 'hvs.active-at';
/** Writing down every touch would wear the storage out. Ms. */
const STEP_MS = 20_000;

/** Whether somebody is at the device. */
export class Presence {
  readonly #device: DeviceStorage;
  readonly #now: () => number;

  constructor(device: DeviceStorage, now: () => number) {
    this.#device = device;
    this.#now = now;
  }

  isIdle(): boolean {
    return isIdle(this.#notedAt(), this.#now());
  }

  note(): void {
    const now = this.#now();
    if (Math.abs(now - (this.#notedAt() ?? 0)) > STEP_MS) this.#device.write(ACTIVE_KEY, String(now));
  }

  forget(): void {
    this.#device.remove(ACTIVE_KEY);
  }

  #notedAt(): number | undefined {
    const text = this.#device.read(ACTIVE_KEY);
    return text === undefined ? undefined : Number(text);
  }
}
