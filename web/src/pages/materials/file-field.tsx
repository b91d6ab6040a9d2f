import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import type { Draft, Material } from './standing.ts';

type Place = Pick<Draft, 'kind' | 'courseId' | 'lessonNo'>;

/** Whether its file may become the next version of a material like this: nobody waits for it or has seen it. */
export const isFree = ({ issued, draft }: Material, { kind, courseId, lessonNo }: Place): boolean =>
  !issued &&
  draft?.assetId !== undefined &&
  draft.state !== 'submitted' &&
  draft.kind === kind &&
  draft.courseId === courseId &&
  draft.lessonNo === lessonNo;

type Props = {
  readonly materialId: string;
  /** What the material is and where it stands, and every version of it. */
  readonly place: Place;
  /** Empty while the file stays that is there. */
  readonly value: string;
  readonly onValue: (materialId: string) => void;
};

/** The file of the version that is worked on: the one that is there, or one of the maker's that was sent meanwhile. */
export const FileField = ({ materialId, place, value, onValue }: Props) => {
  const { materialDesk: t } = useMessages();
  const own = useResource(() => api.listDeskMaterials({ query: { of: 'own' } }), []);
  return (
    <Loaded of={own}>
      {({ materials }) => (
        <SelectField
          label={t.fields.file}
          hint={t.fields.fileHint}
          value={value}
          choices={[
            { value: '', text: t.keepFile },
            ...materials
              .filter((one) => one.materialId !== materialId && isFree(one, place))
              .map((one) => ({ value: one.materialId, text: one.draft?.title ?? '' })),
          ]}
          onValue={onValue}
        />
      )}
    </Loaded>
  );
};
