import type { AsyncApi, EventMessage } from '../generate/asyncapi.ts';
import type { JsonSchema } from '../generate/json-schema.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { serviceName, words } from './messages.ts';
import { describe, fieldList, SCHEMA_ID } from './schema-list.ts';

const dataOf = ({ payload }: EventMessage): JsonSchema =>
  (payload as { properties: { data: JsonSchema } }).properties.data;

const event = (message: EventMessage): Html => html`
<details id="${message.name}">
<summary><code>${message.name}</code> <span lang="en" class="what">${message.summary}</span></summary>
<dl>
<dt>${words.producer}</dt><dd>${serviceName(message['x-producer'])} <code>${message['x-source']}</code></dd>
<dt>${words.consumers}</dt><dd>${message['x-consumers'].map(serviceName).join(', ') || words.nobody}</dd>
</dl>
<h3>${words.fields}</h3>
${fieldList(dataOf(message))}
<h3>${words.example}</h3>
<pre tabindex="0"><code>${JSON.stringify(message.examples[0].payload, null, 2)}</code></pre>
</details>`;

const section = ([producer, messages]: readonly [string, readonly EventMessage[]]): Html => html`
<section aria-labelledby="producer-${producer}">
<h2 id="producer-${producer}">${serviceName(producer)} <small>${words.eventCount(messages.length)}</small></h2>
${messages.map(event)}
</section>`;

/** The readable page of the events, from the AsyncAPI document. */
export function eventsPage({ components }: AsyncApi): string {
  const messages = Object.values(components.messages);
  const byProducer = [...Map.groupBy(messages, (message) => message['x-producer'])];
  const envelopes = Object.entries(components.schemas).map(
    ([name, schema]) =>
      html`<li id="${SCHEMA_ID}${name}"><code class="field">${name}</code> ${describe(schema)}</li>`,
  );
  const main = html`
<section aria-labelledby="envelope"><h2 id="envelope">${words.envelope}</h2><ul class="schemas">${envelopes}</ul></section>
${byProducer.map(section)}`;
  return layout({
    title: words.eventsTitle,
    lead: words.eventsLead,
    current: 'events.html',
    machine: 'asyncapi.json',
    main,
  });
}
