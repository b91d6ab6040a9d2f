import type { FileNews, FileStore } from '../file-store.ts';
import type { TranscriptStore } from '../transcript-store.ts';

type Tools = {
  readonly files: Pick<FileStore, 'saveNews'>;
  readonly transcripts: Pick<TranscriptStore, 'settle'>;
};

/** Notes that a file is there or was given up, unless later news of it came before; its words follow what holds. */
export async function takeFileNews({ files, transcripts }: Tools, news: FileNews, at: string): Promise<void> {
  await files.saveNews(news);
  await transcripts.settle(news.assetId, at);
}
