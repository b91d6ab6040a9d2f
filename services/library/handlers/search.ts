import { serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { CatalogueStore } from '../catalogue-store.ts';
import { searchRoutes } from '../contract.ts';
import { libraryProblems } from '../problems.ts';
import { foundView } from '../queries/listed-views.ts';
import { searchMaterials } from '../queries/search-materials.ts';
import { SearchShelf } from '../search-shelf.ts';

const shelf = new SearchShelf(new CatalogueStore(connect(), tableName()));

/** A function of its own: what it holds in memory grows with the library, and what withdraws must not wait for it. */
export const handler = serviceApi(searchRoutes, libraryProblems, {
  searchMaterials: async ({ query, at }) => {
    await shelf.freshen(at);
    const { materials, ...rest } = searchMaterials(shelf, query);
    return { status: 200, body: { ...rest, materials: materials.map(foundView) } };
  },
});
