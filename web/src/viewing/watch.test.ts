import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Beat } from './beat-box.ts';
import { takeDown } from './watch.ts';

class Video extends EventTarget {
  paused = true;
  seeking = false;
  currentTime = 0;
  playbackRate = 1;
  readyState = 4;

  play(seconds: number): void {
    this.paused = false;
    this.dispatchEvent(new Event('timeupdate'));
    for (let second = 0; second < seconds; second += 1) {
      vi.advanceTimersByTime(1_000);
      this.currentTime += 1;
      this.dispatchEvent(new Event('timeupdate'));
    }
  }
}

let page: EventTarget;
beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const begin = (): { video: Video; beats: Beat[]; end: () => void } => {
  const video = new Video();
  const beats: Beat[] = [];
  return { video, beats, end: takeDown(video, 'A', (beat) => beats.push(beat)) };
};

describe('what is watched', () => {
  it('is taken down with the place where it was left, though the player has let go of the recording by then', () => {
    const { video, beats, end } = begin();
    video.currentTime = 300;
    video.play(20);
    Object.assign(video, { readyState: 0, currentTime: 0, paused: true });
    end();
    expect(beats).toMatchObject([{ assetId: 'A', beatNo: 1, position: 320, watched: [[300, 320]] }]);
  });

  it('is taken down once a minute, and when the page goes out of sight', () => {
    const { video, beats, end } = begin();
    video.play(70);
    expect(beats).toMatchObject([{ beatNo: 1, position: 60, watched: [[0, 60]] }]);
    page.dispatchEvent(new Event('visibilitychange'));
    expect(beats[1]).toMatchObject({ beatNo: 2, position: 70, watched: [[60, 70]] });
    end();
    expect(beats, 'nothing was seen since').toHaveLength(2);
  });
});
