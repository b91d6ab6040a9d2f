import { serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { CatalogueStore } from '../catalogue-store.ts';
import { searchRoutes } from '../contract.ts';
import { libraryProblems } from '../problems.ts';
import { foundView } from '../queries/listed-views.ts';
import { searchMaterials } from '../queries/search-materials.ts';
import { SearchShelf } from '../search-shelf.ts';
import { TranscriptStore } from '../transcript-store.ts';

const db = connect();
const shelf = new SearchShelf({
  catalogue: new CatalogueStore(db, tableName()),
  transcripts: new TranscriptStore(db, tableName()),
});

/** A function of its own: what it holds in memory grows with the library, and what withdraws must not wait for it. */
export const handler = serviceApi(searchRoutes, libraryProblems, {
  searchMaterials: async ({ query, at }) => {
    await shelf.freshen(at);
    const { materials, ...rest } = searchMaterials(shelf, query);
    return { status: 200, body: { ...rest, materials: materials.map(foundView) } };
  },
});
