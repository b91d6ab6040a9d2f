import { type ZipFile, zipWith } from '../../services/media/engine/zip-fixture.ts';

/** A manifest of SCORM 1.2 with one lesson, and with what `more` says. */
export const scormManifest = (
  more: {
    readonly item?: string;
    readonly resource?: string;
    readonly items?: string;
    readonly resources?: string;
    readonly version?: string;
  } = {},
): string => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>${more.version ?? '1.2'}</schemaversion></metadata>
  <organizations default="o">
    <organization identifier="o"><title>Tin nhắn lừa đảo</title>
      <item identifier="i" identifierref="r" ${more.item ?? ''}><title>Bài 1</title></item>${more.items ?? ''}
    </organization>
  </organizations>
  <resources>
    <resource identifier="r" type="webcontent" adlcp:scormtype="sco" ${more.resource ?? 'href="index.html"'}/>${more.resources ?? ''}
  </resources>
</manifest>`;

const PAGE = '<!doctype html><html lang="vi"><title>Bài 1</title><script src="lesson.js"></script></html>';

/** Files of a package that is taken. */
export const SCORM_FILES: readonly ZipFile[] = [
  { name: 'imsmanifest.xml', content: scormManifest() },
  { name: 'index.html', content: PAGE },
  { name: 'lesson.js', content: 'parent.API?.LMSInitialize("");' },
];

/** A SCORM 1.2 package, with these files too, each in the place of the one that has its name. */
export const scormPackage = (...files: readonly ZipFile[]): Buffer =>
  zipWith([...SCORM_FILES.filter(({ name }) => files.every((file) => file.name !== name)), ...files]);
