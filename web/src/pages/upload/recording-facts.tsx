import type { MediaAsset } from '../../../../services/media/contract.ts';
import { api } from '../../api/api.ts';
import { formatInstant, formatSpan } from '../../format/dates.ts';
import { formatFileSize } from '../../format/file-size.ts';
import { bringWords, language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { names as words } from '../../messages/vi/names.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Section } from '../../ui/page.tsx';
import { nameOfLanguage } from './language-name.ts';

bringWords({ names: words });

/** What is known of a recording: the file, what its uploader said of it, and where it belongs. */
export const RecordingFacts = ({ asset }: { asset: MediaAsset }) => {
  const { media: t, names, recording, uploading } = useMessages();
  const shown = useStore(language);
  const { courseId, kind, durationMs, bytes, licence, source, competenceCodes, peopleShown } = asset;
  const course = useResource(courseId ? () => api.getCourse({ params: { courseId } }) : undefined, [
    courseId,
  ]);
  const lesson = course.data?.lessons.find(({ lessonNo }) => lessonNo === asset.lessonNo);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [recording.facts.file, asset.fileName],
    [t.columns.kind, kind && t.kinds[kind]],
    [t.columns.length, durationMs ? formatSpan(durationMs) : undefined],
    [t.columns.size, formatFileSize(bytes, shown)],
    [t.columns.at, formatInstant(asset.createdAt, shown)],
    [t.courseLabel, course.data?.title],
    [t.lessonLabel, lesson && t.lessonChoice(lesson.lessonNo, lesson.title)],
    [names.language, names.languages[asset.language] ?? nameOfLanguage(asset.language, shown)],
    [names.licence, licence && (names.licences[licence] ?? licence)],
    [names.source, source],
    [names.people, peopleShown && names.peopleShown[peopleShown]],
    [names.competences, competenceCodes.join(', ')],
    [uploading.form.altText, asset.altText],
  ];
  return (
    <Section title={recording.facts.title}>
      <dl class="card facts-list">
        {facts
          .filter(([, said]) => said)
          .map(([name, said]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
};

/** How the name of the sound for the slowest lines ends. */
const LIGHT = '-48k';

/** What was made of the file, with the size of each: what viewers on a paid line will fetch. */
export const Versions = ({ asset }: { asset: MediaAsset }) => {
  const { recording: t } = useMessages();
  const shown = useStore(language);
  const { mp4, renditions = [], document, image } = asset;
  const versions = [
    ...renditions.map(({ name, height, bytes }) => ({
      name: height === undefined ? t.versions.sound(name.endsWith(LIGHT)) : t.versions.picture(height),
      bytes,
    })),
    ...(mp4 ? [{ name: t.versions.whole(mp4.height), bytes: mp4.bytes }] : []),
    ...(document?.widths ?? []).map(({ width, bytes }) => ({ name: t.versions.pages(width), bytes })),
    ...(image?.sizes ?? []).map(({ width, bytes }) => ({ name: t.versions.width(width), bytes: bytes.webp })),
    ...(asset.package ? [{ name: t.versions.files(asset.package.files), bytes: asset.package.bytes }] : []),
  ];
  if (versions.length === 0) return null;
  return (
    <Section title={t.versions.title}>
      <ul class="card version-list">
        {versions.map(({ name, bytes }) => (
          <li key={name} class="row spread">
            <span>{name}</span>
            <span class="number">{formatFileSize(bytes, shown)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
