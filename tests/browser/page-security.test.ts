import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { mediaRoutes } from '../../services/media/contract.ts';
import { setStage } from '../support/browser-stage.ts';
import { shown, signInAs, type Visit } from '../support/browser-visit.ts';
import { passTo } from '../support/media-pass.ts';

const stage = setStage();
let visit: Visit;

beforeAll(async () => {
  visit = await stage.open();
  await signInAs(visit, 'learner');
});
afterAll(() => visit?.context.close());

const policyOf = async (path: string, pass = {}): Promise<Map<string, string>> => {
  const { headers } = await fetch(stage.site.cloud.address + path, { headers: pass });
  const policy = headers.get('content-security-policy') ?? '';
  return new Map(policy.split('; ').map((rule) => rule.split(/ (.*)/s) as [string, string]));
};

/** A file of the demo's recording, and what opens it to a learner of the course. */
async function openedRecording() {
  const learner = await stage.site.signIn('learner');
  const { courseId } = await learner.ok(enrollmentRoutes.getCourse, {
    params: { courseId: 'an-toan-tren-mang' },
  });
  const { media } = await learner.ok(mediaRoutes.listCourseMedia, { params: { courseId } });
  const address = media[0]?.playlist ?? '';
  expect(address).toMatch(/^\/media\//);
  const pass = await passTo(learner, address);
  expect((await fetch(stage.site.cloud.address + address, { headers: pass })).status).toBe(200);
  return { address, pass };
}

describe('the policy of the site', () => {
  it('allows own files and the two inline parts, nothing else, on pages and recordings alike', async () => {
    const { address, pass } = await openedRecording();
    for (const path of ['/', '/khoa-hoc', '/khong-co', address]) {
      const policy = await policyOf(path, pass);
      expect(policy.get('script-src'), path).toMatch(/^'self' 'sha256-[\w+/]+='$/);
      expect(policy.get('style-src'), path).toMatch(/^'self' 'sha256-[\w+/]+='$/);
      expect(policy.get('require-trusted-types-for')).toBe("'script'");
      expect(policy.get('trusted-types')).toBe('hoc-vu-so');
      expect([...policy.values()].join(' ')).not.toMatch(/unsafe-|https:(?!\/\/)|\*(?!$|\s|:| )/);
    }
  });

  it('lets nothing run or show from an answer of the API, which is data', async () => {
    for (const path of ['/v1/courses', '/v1/me', '/v1/khong-co'])
      expect([...(await policyOf(path))], path).toEqual([
        ['default-src', "'none'"],
        ['frame-ancestors', "'none'"],
      ]);
  });
});

describe('a page of a signed-in person', () => {
  beforeAll(async () => {
    await visit.page.goto('/');
    await shown(visit);
  });

  it('was painted from its inline parts, which the policy knows', () => {
    expect(visit.faults).toEqual([]);
  });

  it('makes no markup and no code from text', async () => {
    const attempts = {
      innerHTML: "document.body.innerHTML = '<b>x</b>'",
      insertAdjacentHTML: "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
      srcdoc: "document.createElement('iframe').srcdoc = '<b>x</b>'",
      'script.text': "document.createElement('script').text = '1'",
      'script.src': "document.createElement('script').src = '/assets/x.js'",
      worker: "new Worker('/assets/x.js')",
      'a handler in an attribute': "document.body.setAttribute('onclick', '1')",
      'setTimeout of text': "setTimeout('1')",
      'a policy of its own': "trustedTypes.createPolicy('mine', { createHTML: (text) => text })",
      'the policy once more for any address':
        "trustedTypes.createPolicy('default', { createScriptURL: (text) => text })",
    };
    const tries = Object.entries(attempts).map(
      ([name, code]) => `[${JSON.stringify(name)}, () => { ${code}; }]`,
    );
    const outcome = await visit.page.evaluate<Record<string, string>>(`
      Object.fromEntries([${tries}].map(([name, attempt]) => {
        try {
          attempt();
          return [name, 'done'];
        } catch {
          return [name, 'refused'];
        }
      }))`);
    expect(outcome).toEqual(Object.fromEntries(Object.keys(attempts).map((name) => [name, 'refused'])));
  });

  it('follows no link into code, and evaluates none', async () => {
    const ran = await visit.page.evaluate<boolean>(`(async () => {
      const link = document.body.appendChild(document.createElement('a'));
      link.href = 'javascript:globalThis.hasRun=true';
      link.click();
      // From a timer: what a debugger evaluates itself is excepted from the policy.
      await new Promise((resolve) => setTimeout(() => {
        try {
          (0, eval)('globalThis.hasRun = true');
        } catch {}
        resolve();
      }));
      return globalThis.hasRun ?? false;
    })()`);
    expect(ran).toBe(false);
  });

  it('keeps the access token nowhere but in memory', async () => {
    const kept = await visit.page.evaluate<string>(`(async () => {
      const databases = await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((resolve) => {
        indexedDB.open(name).onsuccess = ({ target: { result } }) => {
          const stores = [...result.objectStoreNames];
          if (stores.length === 0) return resolve([]);
          const reads = stores.map((store) => new Promise((done) => {
            result.transaction(store).objectStore(store).getAll().onsuccess = (event) => done(event.target.result);
          }));
          Promise.all(reads).then(resolve);
        };
      })));
      return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, databases]);
    })()`);
    const [access] = await Promise.all([
      visit.page.waitForRequest((request) => 'authorization' in request.headers()),
      visit.page.reload(),
    ]);
    const token = access.headers().authorization?.replace('Bearer ', '') ?? '';
    expect(token.split('.')).toHaveLength(3);
    const header = token.split('.')[0] ?? '';
    expect(kept).not.toContain(header);
  });
});
