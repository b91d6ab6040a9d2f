import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cue } from '#shared/text/cue.ts';
import { fetchMedia } from '../../media-pass/fetch-media.ts';
import { useMessages } from '../../messages/use-messages.ts';

/** As the pipeline writes it: pairs of the lowest and the highest sample of a stretch, -128 to 127. */
type Waveform = {
  readonly sampleRate: number;
  readonly samplesPerPeak: number;
  readonly peaks: readonly number[];
};

/** Seconds that are seen at once: a sentence and what is around it. */
const WINDOW = 10;
const HIGHEST = 128;

const useWaveform = (address: string | undefined): Waveform | 'none' | undefined => {
  const [waveform, setWaveform] = useState<Waveform | 'none'>();
  useEffect(() => {
    setWaveform(address ? undefined : 'none');
    if (!address) return undefined;
    const stop = new AbortController();
    fetchMedia(address, { signal: stop.signal })
      .then(async (answer) => setWaveform(answer.ok ? ((await answer.json()) as Waveform) : 'none'))
      .catch(() => stop.signal.aborted || setWaveform('none'));
    return () => stop.abort();
  }, [address]);
  return waveform;
};

type Seen = { readonly cues: readonly Cue[]; readonly at: number; readonly time: number };

/** The stretch that is seen begins so that the playhead stands in its first third. */
const beginOf = (time: number): number => Math.max(0, time - WINDOW / 3);

const drawCues = (
  pen: CanvasRenderingContext2D,
  { cues, at, time }: Seen,
  colour: (name: string) => string,
) => {
  const { width, height } = pen.canvas;
  const begin = beginOf(time);
  const xOf = (ms: number) => ((ms / 1000 - begin) / WINDOW) * width;
  for (const [n, { startMs, endMs }] of cues.entries()) {
    if (endMs / 1000 < begin || startMs / 1000 > begin + WINDOW) continue;
    pen.fillStyle = colour(n === at ? '--sophora' : '--indigo-pale');
    pen.fillRect(xOf(startMs), 0, Math.max(2, xOf(endMs) - xOf(startMs) - 1), height);
  }
};

const drawPeaks = (
  pen: CanvasRenderingContext2D,
  { sampleRate, samplesPerPeak, peaks }: Waveform,
  time: number,
) => {
  const { width, height } = pen.canvas;
  const perSecond = sampleRate / samplesPerPeak;
  const first = Math.floor(beginOf(time) * perSecond);
  const count = Math.ceil(WINDOW * perSecond);
  for (let n = 0; n < count; n += 1) {
    const low = peaks[2 * (first + n)] ?? 0;
    const high = peaks[2 * (first + n) + 1] ?? 0;
    const top = height / 2 - (high / HIGHEST) * (height / 2);
    const bottom = height / 2 - (low / HIGHEST) * (height / 2);
    pen.fillRect((n / count) * width, top, Math.max(1, width / count - 1), Math.max(1, bottom - top));
  }
};

type Props = Seen & { readonly address: string | undefined; readonly onSeek: (seconds: number) => void };

/** The sound around the playhead with the captions laid over it; a press goes there. */
export const WaveformView = ({ address, onSeek, ...seen }: Props) => {
  const { captions: t } = useMessages();
  const canvas = useRef<HTMLCanvasElement>(null);
  const waveform = useWaveform(address);
  const { cues, at, time } = seen;
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen || !canvas.current) return;
    const styles = getComputedStyle(canvas.current);
    const colour = (name: string) => styles.getPropertyValue(name);
    canvas.current.width = canvas.current.clientWidth * devicePixelRatio;
    canvas.current.height = canvas.current.clientHeight * devicePixelRatio;
    drawCues(pen, seen, colour);
    pen.fillStyle = colour('--indigo');
    if (waveform && waveform !== 'none') drawPeaks(pen, waveform, time);
    pen.fillStyle = colour('--vermilion');
    pen.fillRect(((time - beginOf(time)) / WINDOW) * pen.canvas.width, 0, 3, pen.canvas.height);
  }, [waveform, cues, at, time]);
  return (
    <>
      <canvas
        ref={canvas}
        class="caption-wave"
        role="img"
        aria-label={t.wave}
        onPointerDown={({ offsetX, currentTarget }) =>
          onSeek(beginOf(time) + (offsetX / currentTarget.clientWidth) * WINDOW)
        }
      />
      {waveform === 'none' && <p class="muted small">{t.noWave}</p>}
    </>
  );
};
