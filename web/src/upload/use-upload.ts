import { useRef, useState } from 'preact/hooks';
import { type Chosen, type Upload, Uploading, type Wanted } from './uploading.ts';

/** The upload of a page, and how it stands. */
export const useUpload = (onMoved: () => void) => {
  const [upload, setUpload] = useState<Upload>({ phase: 'idle' });
  const moved = useRef(onMoved);
  moved.current = onMoved;
  const [uploading] = useState(
    () => new Uploading({ show: (next) => setUpload(next), onMoved: () => moved.current() }),
  );
  return {
    upload,
    start: (file: File, wanted: Wanted) => uploading.start(file, wanted),
    goOn: (chosen?: Chosen) => uploading.goOn(chosen),
    reset: () => setUpload({ phase: 'idle' }),
  };
};
