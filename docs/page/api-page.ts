import type { ProblemCatalogue } from '../../shared/http/problems.ts';
import type { OpenApi } from '../generate/openapi.ts';
import type { Operation } from '../generate/openapi-operation.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { roleName, serviceName, words } from './messages.ts';
import { describe, SCHEMA_ID } from './schema-list.ts';

type Placed = { readonly method: string; readonly path: string; readonly operation: Operation };
type Content = Readonly<Record<string, { readonly schema: Parameters<typeof describe>[0] }>>;

/** Said once for all routes: nothing about the single route follows from them. */
const USUAL: ReadonlySet<string> = new Set(['internal', 'try-again', 'malformed-request', 'too-large']);

const block = (title: string, content: Html | undefined): Html =>
  content ? html`<h3>${title}</h3>${content}` : html``;

const list = (items: readonly Html[]): Html | undefined =>
  items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : undefined;

const callers = ({ 'x-roles': roles }: Operation): string => {
  if (roles === 'public') return words.public;
  return roles === 'anyone' ? words.anyone : roles.map(roleName).join(', ');
};

const parameters = (operation: Operation) =>
  list(
    operation.parameters.map(
      (parameter) =>
        html`<code class="field">${parameter.name}</code> <small>${words.places[parameter.in]}</small>${parameter.required ? html` <span class="must">${words.required}</span>` : undefined} ${describe(parameter.schema)}`,
    ),
  );

const schemaIn = (holder: object | undefined): Html | undefined => {
  const schema = (holder as { content?: Content } | undefined)?.content?.['application/json']?.schema;
  return schema && describe(schema);
};

const answers = (operation: Operation) =>
  list(
    Object.entries(operation.responses)
      .filter(([status]) => Number(status) < 400)
      .map(([status, answer]) => html`<b>${status}</b> ${schemaIn(answer) ?? words.noContent}`),
  );

const refusal = (code: string, { status, vi, en }: ProblemCatalogue[string]): Html =>
  html`<b>${status}</b> <code>${code}</code><br>${vi}<br><span lang="en">${en}</span>`;

const refusalList = (codes: readonly string[], catalogue: ProblemCatalogue) =>
  list(
    codes
      .flatMap((code) => {
        const text = catalogue[code];
        return text ? [{ code, text }] : [];
      })
      .sort((a, b) => a.text.status - b.text.status)
      .map(({ code, text }) => refusal(code, text)),
  );

const route = ({ method, path, operation }: Placed, catalogue: ProblemCatalogue): Html => html`
<details id="${operation.operationId}">
<summary><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code> <span lang="en" class="what">${operation.summary}</span></summary>
${block(words.whoMayCall, html`<p>${callers(operation)}</p>`)}
${block(words.parameters, parameters(operation))}
${block(words.body, schemaIn(operation.requestBody))}
${block(words.answers, answers(operation))}
${block(
  words.refusals,
  refusalList(
    operation['x-refusals'].filter((code) => !USUAL.has(code)),
    catalogue,
  ),
)}
</details>`;

const placed = (document: OpenApi): Placed[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );

const section = (service: string, routes: readonly Placed[], catalogue: ProblemCatalogue): Html => html`
<section aria-labelledby="service-${service}">
<h2 id="service-${service}">${serviceName(service)} <small>${words.routes(routes.length)}</small></h2>
${routes.map((each) => route(each, catalogue))}
</section>`;

const contents = (services: readonly string[]): Html => html`
<nav aria-label="${words.services}" class="contents"><ul>${services.map(
  (service) => html`<li><a href="#service-${service}">${serviceName(service)}</a></li>`,
)}<li><a href="#schemas">${words.schemas}</a></li></ul></nav>`;

/** The readable page of the API, from the OpenAPI document. */
export function apiPage(document: OpenApi): string {
  const services = document.tags.map(({ name }) => name);
  const problems = document['x-problems'];
  const routes = placed(document);
  const sections = services.map((service) =>
    section(
      service,
      routes.filter(({ operation }) => operation.tags[0] === service),
      { ...problems.common, ...problems[service] },
    ),
  );
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) =>
      html`<li id="${SCHEMA_ID}${name}"><code class="field">${name}</code> ${describe(schema)}</li>`,
  );
  const main = html`${contents(services)}
<section aria-labelledby="usual"><h2 id="usual">${words.usual}</h2>${refusalList([...USUAL], problems.common ?? {})}</section>
${sections}
<section aria-labelledby="schemas"><h2 id="schemas">${words.schemas}</h2><ul class="schemas">${schemas}</ul></section>`;
  return layout({
    title: words.apiTitle,
    lead: words.apiLead,
    current: 'index.html',
    machine: 'openapi.json',
    main,
  });
}
