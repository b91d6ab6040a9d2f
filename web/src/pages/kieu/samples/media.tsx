import { useRef } from 'preact/hooks';
import { QrCode } from '../../../ui/qr-code.tsx';
import { ReadAloud } from '../../../ui/read-aloud.tsx';
import { VideoPlayer } from '../../../ui/video-player.tsx';
import type { Sample } from '../sample.ts';

const Speech = ({ text }: { text: string }) => {
  const read = useRef<HTMLParagraphElement>(null);
  return (
    <>
      <p ref={read}>{text}</p>
      <ReadAloud of={read} />
    </>
  );
};

export const media: readonly Sample[] = [
  {
    of: 'VideoPlayer',
    as: 'poster',
    draw: ({ course }) => (
      <VideoPlayer
        asset={{ title: course, durationMs: 184_000, renditions: [{ name: '480p', bytes: 5_200_000 }] }}
      />
    ),
  },
  {
    of: 'VideoPlayer',
    as: 'unknownLength',
    draw: ({ courseLong }) => <VideoPlayer asset={{ title: courseLong }} />,
  },
  {
    of: 'QrCode',
    as: 'code',
    draw: ({ scan }) => <QrCode text={`${location.origin}/`} label={scan} />,
  },
  { of: 'ReadAloud', as: 'speech', draw: ({ sentence }) => <Speech text={sentence} /> },
];
