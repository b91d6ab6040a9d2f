/** A picture that has not moved for this long (ms) is stuck, whatever the player believes. */
const STUCK_MS = 30_000;
let movedAt = Number.NEGATIVE_INFINITY;

/** The player's own clock has moved on. */
export const recordingMoved = (): void => {
  movedAt = Date.now();
};

/** Whether somebody is watching, so that the loop must not take the screen away. */
export const isRecordingMoving = (): boolean => Math.abs(Date.now() - movedAt) < STUCK_MS;

/** The recording is over or was left. */
export const recordingEnded = (): void => {
  movedAt = Number.NEGATIVE_INFINITY;
};
