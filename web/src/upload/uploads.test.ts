import { describe, expect, it } from 'vitest';
import { emptyDetails, shownNow } from './details.ts';
import type { Asset } from './send-file.ts';
import { fileOf, idIn, phases, settled, world } from './uploads.suite.ts';
import type { Surroundings } from './uploads.ts';

describe('uploads of a tab', () => {
  it('send what was chosen once its form is sent, and keep nothing of it afterwards', async () => {
    const { open, calls, kept } = world();
    const uploads = open();
    await uploads.take([{ file: fileOf('a.mp4') }, { file: fileOf('b.mp4', 'y'.repeat(40)) }]);
    uploads.edit(idIn(uploads), { title: 'Bài một' });
    expect(phases(uploads)).toEqual(['draft', 'draft']);
    expect(kept.all().map(({ title }) => title)).toEqual(['Bài một', 'b']);
    uploads.startAll();
    await settled();
    expect(phases(uploads)).toEqual(['sent', 'sent']);
    expect(calls).toEqual(['announce Bài một', 'announce b']);
    expect(kept.all()).toEqual([]);
  });

  it('recognise what is here already before any of it is sent', async () => {
    const { open, kept } = world({ here: [`hash of ${'x'.repeat(40)}`] });
    const uploads = open();
    await uploads.take([{ file: fileOf('a.mp4') }]);
    uploads.startAll();
    await settled();
    expect(uploads.list.shown.get()).toMatchObject([
      { phase: 'duplicate', sentBytes: 0, duplicateOf: { assetId: 'A', title: 'an older one' } },
    ]);
    expect(kept.all()).toEqual([]);
  });

  it('have the service let go what is dropped after it was announced', async () => {
    const { open, calls } = world();
    const uploads = open();
    await uploads.take([{ file: fileOf('a.mp4') }, { file: fileOf('b.mp4') }]);
    uploads.list.change(idIn(uploads), { assetId: 'A' });
    uploads.drop(idIn(uploads));
    uploads.drop(idIn(uploads));
    expect(calls).toEqual(['cancel A']);
    expect(phases(uploads)).toEqual([]);
  });
});

describe('how much of several files has gone out', () => {
  it('grows as one ends and is put away, and begins anew with what is sent later', async () => {
    const { open } = world({ answered: new Promise(() => undefined) });
    const uploads = open();
    const { list } = uploads;
    await uploads.take([{ file: fileOf('a.mp4') }, { file: fileOf('b.mp4', 'y'.repeat(40)) }]);
    uploads.startAll();
    await settled();
    expect(list.progress()).toEqual({ count: 2, bytes: 80, sentBytes: 0 });
    const [first, second] = [idIn(uploads), idIn(uploads, 1)];
    list.change(second, { sentBytes: 10 });
    list.change(first, { phase: 'sent', stage: 'paused' });
    expect(list.progress()).toEqual({ count: 1, bytes: 80, sentBytes: 50 });
    uploads.drop(first);
    list.change(second, { sentBytes: 0 });
    expect(list.progress()).toEqual({ count: 1, bytes: 80, sentBytes: 50 });
    await uploads.take([{ file: fileOf('c.mp4', 'z'.repeat(20)) }]);
    uploads.startAll();
    await settled();
    expect(list.progress()).toEqual({ count: 2, bytes: 60, sentBytes: 0 });
  });
});

describe('what is said of files', () => {
  it('goes out as it was when they were sent, whatever the form says by the time of their turn', async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const { open, announced } = world({ answered });
    const uploads = open();
    const files = ['a', 'b', 'c'].map((name) => ({ file: fileOf(`${name}.mp4`, name.repeat(40)) }));
    await uploads.take(files);
    uploads.editDetails({ licence: 'CC BY 4.0', courseId: 'tin-hoc', ...shownNow('nobody') });
    uploads.startAll();
    await settled();
    await uploads.take([{ file: fileOf('d.mp4') }]);
    uploads.editDetails({ licence: 'CC0 1.0', courseId: 'thue' });
    answer();
    await settled();
    const first = { licence: 'CC BY 4.0', courseId: 'tin-hoc', peopleShown: 'nobody' };
    expect(announced).toMatchObject([first, first, first]);
  });

  it('holds no consent for a file that is chosen later, that the device has kept', async () => {
    const { open } = world();
    const uploads = open();
    await uploads.take([{ file: fileOf('a.mp4') }]);
    uploads.editDetails({
      source: 'Tổ Tin học',
      people: 'children',
      parentsAgreed: true,
      childrenAgreed: true,
    });
    uploads.startAll();
    await settled();
    await open().take([{ file: fileOf('b.mp4', 'y'.repeat(40)) }]);
    expect(open().list.details.get()).toEqual({ ...emptyDetails, source: 'Tổ Tin học' });
  });
});

describe('a device or a browser that lacks something', () => {
  it('sends what it cannot keep', async () => {
    const uploads = world({ write: () => false }).open();
    await uploads.take([{ file: fileOf('a.mp4') }]);
    uploads.startAll();
    await settled();
    expect(phases(uploads)).toEqual(['sent']);
  });

  it('sends a file that it has no fingerprint of, and asks for one that cannot be read', async () => {
    const { open, announced } = world({ digest: async () => undefined });
    const uploads = open();
    const lost = fileOf('b.mp4');
    Object.assign(lost, { slice: () => ({ arrayBuffer: () => Promise.reject(new Error('moved')) }) });
    await uploads.take([{ file: fileOf('a.mp4') }, { file: lost }]);
    uploads.startAll();
    await settled();
    expect(phases(uploads)).toEqual(['sent', 'choose']);
    expect(announced).toMatchObject([{ title: 'a' }]);
    expect(announced[0]).not.toHaveProperty('sha256');
  });
});

describe('a file that the service awaits no more', () => {
  const finished = async () => ({ ok: false, problem: { code: 'upload-finished', status: 409 } }) as never;

  it('is not sent a second time only because nobody answers what became of it', async () => {
    const answers = [undefined, { assetId: 'A', status: 'ready' } as Asset];
    const there = world({ findAsset: async () => answers.shift() });
    there.api.renewUpload = finished;
    const uploads = there.open();
    await uploads.take([{ file: fileOf('a.mp4') }]);
    uploads.list.change(idIn(uploads), { assetId: 'A' });
    uploads.startAll();
    await settled();
    expect(phases(uploads)).toEqual(['sent']);
    expect(answers).toEqual([]);
    expect(there.calls).toEqual([]);
  });
});

describe('two tabs at one file', () => {
  it('both hold it when one of them is paused', async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const there = world({ answered, locks: navigator.locks, reopened: fileOf('a.mp4') });
    const first = there.open();
    await first.take([{ file: fileOf('a.mp4') }]);
    first.startAll();
    await settled();
    const second = there.open();
    await second.restore();
    await settled();
    expect(phases(second)).toEqual(['elsewhere']);
    first.pause(idIn(first));
    answer();
    await settled();
    expect(phases(second)).toEqual(['paused']);
    expect(there.kept.all()).toMatchObject([{ stage: 'paused', assetId: 'A' }]);
    expect(there.calls).toEqual(['announce a']);
    // Dropped where it was not announced, it is let go at the service all the same.
    second.drop(idIn(second));
    expect(there.calls).toEqual(['announce a', 'cancel A']);
  });
});

describe('a file that is dropped while it is read', () => {
  it('is read no further: the next one waits for that', async () => {
    const given: AbortSignal[] = [];
    const digest: Surroundings['digest'] = (_, __, signal) => {
      if (signal) given.push(signal);
      return new Promise(() => undefined);
    };
    const uploads = world({ digest }).open();
    await uploads.take([{ file: fileOf('a.mp4') }, { file: fileOf('b.mp4') }]);
    uploads.drop(idIn(uploads));
    expect(given.map(({ aborted }) => aborted)).toEqual([true, false]);
  });
});

describe('uploads that a closed tab left', () => {
  /** What the tab that was closed had begun. */
  const leave = async ({ open }: ReturnType<typeof world>): Promise<void> => {
    const uploads = open();
    await uploads.take([{ file: fileOf('a.mp4') }]);
    await settled();
    uploads.list.change(idIn(uploads), { stage: 'going', assetId: 'A' });
  };

  it('go on by themselves where the browser still opens the file', async () => {
    const there = world({ reopened: fileOf('a.mp4') });
    await leave(there);
    const uploads = there.open();
    await uploads.restore();
    await settled();
    expect(phases(uploads)).toEqual(['sent']);
    expect(there.calls, 'it was announced before').toEqual([]);
  });

  it('go on with one press where the browser wants to be asked', async () => {
    const there = world({ reopened: 'allow' });
    await leave(there);
    const uploads = there.open();
    await uploads.restore();
    expect(phases(uploads)).toEqual(['allow']);
    await uploads.allow(idIn(uploads));
    await settled();
    expect(phases(uploads)).toEqual(['sent']);
  });

  it('take the same file under another name, no other of the same length, and find it among many', async () => {
    const there = world();
    await leave(there);
    const uploads = there.open();
    await uploads.restore();
    expect(phases(uploads)).toEqual(['choose']);
    await uploads.giveFile(idIn(uploads), { file: fileOf('khac.mp4', 'z'.repeat(40)) });
    expect(uploads.list.shown.get()).toMatchObject([{ phase: 'choose', isWrongFile: true }]);
    await uploads.take([{ file: fileOf('b.mp4', 'z'.repeat(40)) }, { file: fileOf('ban-sao.mp4') }]);
    await settled();
    expect(phases(uploads)).toEqual(['sent', 'draft']);
  });

  it('are not shown any more once another tab has finished them', async () => {
    const there = world();
    await leave(there);
    const uploads = there.open();
    await uploads.restore();
    const id = idIn(uploads);
    uploads.follow(id);
    expect(phases(uploads)).toEqual(['choose']);
    there.kept.forget(id);
    uploads.follow(id);
    expect(phases(uploads)).toEqual([]);
  });
});
