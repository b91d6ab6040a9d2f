/**
 * Who may import whom. The rules are read by tests/contract/import-rules.test.ts, which lays the imports out twice:
 * `values/` holds what a program loads, `all/` also what is only named as a type.
 */
const VALUES = '^values';
const ALL = '^all';

const PURE = 'shared/(text|time|marks|files|contract)/';
const SDK = 'node_modules/(@aws-sdk|@smithy|aws-sdk)';
const RUNTIME = 'node_modules/(@aws-sdk|@smithy|@aws-lambda-powertools|@middy)';
const ROOMS = '(services|shared|events|infra|local|web|docs)/';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
/** Of this repository's files `from` may load those that match `allowed`, and no others. */
const only = (name, comment, graph, from, allowed) =>
  rule(
    name,
    comment,
    { path: `${graph}/${from}` },
    { path: `${graph}/${ROOMS}`, pathNot: `${graph}/(${allowed})` },
  );

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      'no-circle',
      'a file that needs itself cannot be read on its own',
      { path: VALUES },
      { circular: true },
    ),
    rule(
      'all-found',
      'an import that leads nowhere escapes every other rule',
      { path: `${VALUES}/(services|shared|events|infra|docs)/` },
      { couldNotResolve: true },
    ),
    only(
      'domain-is-pure',
      'domain: own domain and values that need no clock, no ids and no I/O',
      VALUES,
      'services/([^/]+)/domain/',
      `services/$1/domain/|${PURE}`,
    ),
    only(
      'commands-know-no-store',
      'commands and queries: own domain, events and pure shared code; of a store the type alone',
      VALUES,
      'services/([^/]+)/(commands|queries)/',
      `services/$1/(domain/|commands/|queries/|contract|events-out|messages|keys|problems|engine/|scratch)|events/|${PURE}|shared/(http/problem|messaging/outbox|store/(cursor|in-turns|retry-on-conflict|tv-code-tries)|auth)`,
    ),
    rule(
      'decisions-reach-no-runtime',
      'nothing under domain, commands or queries comes to the SDK, middy or Powertools by any way',
      { path: `${VALUES}/services/[^/]+/(domain|commands|queries)/` },
      { path: RUNTIME, reachable: true },
    ),
    rule(
      'handlers-know-no-sdk',
      'handlers translate; stores and adapters speak to AWS',
      { path: `${ALL}/services/[^/]+/handlers/` },
      { path: SDK },
    ),
    only(
      'contracts-are-values',
      'a contract is read by phones, gateways and documents',
      VALUES,
      'services/([^/]+)/contract[-a-z]*[.]js$',
      'shared/contract/|services/$1/contract[-a-z]+[.]js$',
    ),
    rule(
      'contracts-need-zod-alone',
      'a contract is read by phones, gateways and documents',
      { path: `${VALUES}/services/[^/]+/contract[-a-z]*[.]js$` },
      { path: 'node_modules/', pathNot: 'node_modules/zod/' },
    ),
    only('events-are-leaves', 'events: zod and each other', ALL, 'events/', 'events/'),
    rule(
      'events-need-zod-alone',
      'events: zod and each other',
      { path: `${ALL}/events/` },
      { path: 'node_modules/', pathNot: 'node_modules/zod/' },
    ),
    only('shared-knows-no-service', 'shared: itself and events', ALL, 'shared/', 'shared/|events/'),
    rule(
      'services-are-strangers',
      'what a service needs of another one it keeps from events',
      { path: `${ALL}/services/([^/]+)/` },
      { path: `${ALL}/services/[^/]+/`, pathNot: `${ALL}/services/$1/` },
    ),
    only(
      'services-are-deployed-alone',
      'services: themselves, shared and events',
      ALL,
      'services/([^/]+)/',
      'services/|shared/|events/',
    ),
    only(
      'infra-reads-contracts',
      'infra names handlers by path and loads none',
      ALL,
      'infra/',
      // A queue gives up after as many attempts as the domain counts. The edge answers the addresses of the page table,
      // of which some are published for the local cloud alone, and the headers allow what stands inline in its shells.
      'infra/|events/|shared/contract/|services/[^/]+/contract[.]js$|services/media/domain/work[.]js$|web/shells/(edge-functions|inline-parts)[.]js$|web/src/pages[.]js$',
    ),
    only(
      'local-runs-bundles',
      'the local cloud runs what is deployed; the demo content speaks to the API by its contracts',
      VALUES,
      'local/',
      // The site is published to both clouds by the same code.
      'local/|shared/|events/|infra/publish-site[.]js$',
    ),
    only(
      'web-takes-pure-code',
      'phones load the page and pure values',
      VALUES,
      'web/',
      'web/|shared/(text|time|marks|files)/|shared/contract/(roles|package-data)[.]js$',
    ),
    only(
      'web-names-contracts',
      'of the back end the page names the types of contracts',
      ALL,
      'web/',
      'web/|shared/(text|time|marks|files|contract)/|services/[^/]+/contract[.]js$|services/contracts[.]js$',
    ),
    only(
      'shells-are-plain',
      'the build, the service worker and the template of the cloud read the page table and the words, and load no page',
      VALUES,
      'web/(shells/|service-worker/|src/pages[.]js$)',
      'web/shells/|web/service-worker/|web/src/pages[.]js$|web/src/messages/(vi|en|words-file)',
    ),
    only(
      'docs-read-contracts',
      'documents are made from contracts, catalogues and the words of the page',
      ALL,
      'docs/',
      'docs/|events/|shared/|services/contracts|services/[^/]+/(contract|problems)[.]js$|web/src/messages/',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      mainFields: ['module', 'main'],
    },
  },
};
