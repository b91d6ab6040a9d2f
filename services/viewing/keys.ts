/**
 * Access patterns of the viewing table:
 * AP1 what a person has seen of a recording   PERSON#person / ASSET#asset
 * AP2 a person's recordings, newest first     gsi1: PERSON#person / instant of the position, descending
 * AP3 facts of a recording                    ASSET#asset / FACTS
 * AP4 audience of a recording                 ASSET#asset / AUDIENCE#part
 * AP5 members of a class                      CLASS#class / MEMBER#person
 * AP6 what a lesson of a package keeps        PERSON#person / PACKAGE#asset, from the second on PACKAGE#asset#lesson
 * AP7 all lessons of a package together       PERSON#person / PACKAGE#asset#WHOLE, where there are several
 *
 * All that is known of a person lies under PERSON#person, so one query finds what has to go when they ask for it; the
 * audience holds numbers alone. It has eight parts, because a lesson that a whole school watches changes ten times a
 * second, and two transactions on one item hinder each other.
 */
export const viewingKey = (personId: string, assetId: string) => ({
  pk: `PERSON#${personId}`,
  sk: `ASSET#${assetId}`,
});
export const newestKey = (personId: string, positionAt: number) => ({
  gsi1pk: `PERSON#${personId}`,
  gsi1sk: new Date(positionAt).toISOString(),
});
export const factsKey = (assetId: string) => ({ pk: `ASSET#${assetId}`, sk: 'FACTS' });
export const audienceKey = (assetId: string, part: number | '') => ({
  pk: `ASSET#${assetId}`,
  sk: `AUDIENCE#${part}`,
});
export const packageKey = (personId: string, assetId: string, lesson: number) => ({
  pk: `PERSON#${personId}`,
  sk: lesson > 1 ? `PACKAGE#${assetId}#${lesson}` : `PACKAGE#${assetId}`,
});
export const packageWholeKey = (personId: string, assetId: string) => ({
  pk: `PERSON#${personId}`,
  sk: `PACKAGE#${assetId}#WHOLE`,
});
export const memberKey = (classId: string, personId: string) => ({
  pk: `CLASS#${classId}`,
  sk: `MEMBER#${personId}`,
});
