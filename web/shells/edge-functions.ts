import { addressPattern, shellFile, sitePages } from '../src/pages.ts';

const NOT_FOUND = `/${shellFile('not-found')}`;

const literal = (path: string): string => `/${addressPattern(path).replaceAll('/', '\\/')}/`;
/** Where there is no local cloud, its pages are addresses that lead nowhere. */
const linesOf = (isLocal: boolean): readonly string[] =>
  sitePages.flatMap(([name, page]) =>
    page.path && (isLocal || !page.isLocal) ? `[${literal(page.path)}, '/${shellFile(name)}']` : [],
  );

/** Which file of the site answers an address, for cloudfront-js-2.0: a page's shell, the file itself, or the page that says there is none. */
const lookUp = (isLocal: boolean): string => `
var pages = [
  ${linesOf(isLocal).join(',\n  ')}
];
function fileFor(address) {
  var page = pages.find(function (one) { return one[0].test(address); });
  if (page) return page[1];
  if (address === '/docs' || address === '/docs/') return '/docs/index.html';
  return address.split('/').pop().indexOf('.') === -1 ? '${NOT_FOUND}' : address;
}`;

/** CloudFront function on the viewer's request: asks for the file behind an address. A function may have 10 KB. */
const onRequest = (isLocal: boolean): string => `${lookUp(isLocal)}
function handler(event) {
  event.request.uri = fileFor(event.request.uri);
  return event.request;
}`;

/**
 * CloudFront function on the response: an address that leads nowhere is a 404, whether the function is shown that
 * address or the file it was answered with (the guide says neither). A 304 stays one: the browser has kept a 404.
 */
const onResponse = (isLocal: boolean): string => `${lookUp(isLocal)}
function handler(event) {
  var response = event.response;
  if (response.statusCode === 200 && fileFor(event.request.uri) === '${NOT_FOUND}') {
    response.statusCode = 404;
    response.statusDescription = 'Not Found';
  }
  return response;
}`;

/** The code of both functions, for the local cloud or for any other. */
export const edgeFunctions = (isLocal: boolean) => ({
  fileForAddress: onRequest(isLocal),
  statusOfAnswer: onResponse(isLocal),
});
