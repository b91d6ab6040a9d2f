import './materials.css';
import type { BodyOf } from '../api/types.ts';
import { VideoPlayer } from '../ui/video-player.tsx';
import { DocumentCard } from './document-card.tsx';
import { Picture } from './picture.tsx';

type Playable = BodyOf<'listCourseMedia'>['media'][number];

/** What was uploaded for a lesson, whatever it is: read, looked at, watched or heard. */
export const Material = ({ asset }: { asset: Playable }) => {
  const { document, image } = asset;
  if (document) return <DocumentCard asset={{ ...asset, document }} />;
  if (image) return <Picture asset={{ ...asset, image }} />;
  return <VideoPlayer asset={asset} />;
};
