import './materials.css';
import type { BodyOf } from '../api/types.ts';
import { VideoPlayer } from '../ui/video-player.tsx';
import { DocumentCard } from './document-card.tsx';
import { PackageCard } from './package-card.tsx';
import { Picture } from './picture.tsx';

type Playable = BodyOf<'listCourseMedia'>['media'][number];

/** What was uploaded for a lesson, whatever it is: read, looked at, watched or heard. */
export const Material = ({ asset }: { asset: Playable }) => {
  const { document, image, package: lesson } = asset;
  if (document) return <DocumentCard asset={{ ...asset, document }} />;
  if (image) return <Picture asset={{ ...asset, image }} />;
  if (lesson) return <PackageCard asset={asset} />;
  return <VideoPlayer asset={asset} />;
};
