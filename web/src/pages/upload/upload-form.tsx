import { fetchedScript } from '../../state/fetched-script.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import type { Upload } from '../../upload/upload.ts';
import type { Uploads } from '../../upload/uploads.ts';
import { FileZone } from './file-zone.tsx';
import { QuotaLine } from './quota-line.tsx';

type Props = { readonly uploads: Uploads; readonly drafts: readonly Upload[] };

/** Where files are chosen and described. */
export const UploadForm = ({ uploads, drafts }: Props) => {
  // Behind the page: by the time that somebody has found a file it is there.
  const form = useResource(() => fetchedScript(() => import('./draft-form.tsx')), []);
  return (
    <div class="card card-main stack">
      <FileZone isMore={drafts.length > 0} onFiles={(files) => void uploads.take(files)} />
      <QuotaLine />
      {drafts.length > 0 && (
        <Loaded of={form}>{({ DraftForm }) => <DraftForm uploads={uploads} drafts={drafts} />}</Loaded>
      )}
    </div>
  );
};
