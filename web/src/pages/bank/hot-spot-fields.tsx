import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { FilesFrom } from '../../quiz/files-of.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { AddMedia } from './add-media.tsx';
import { DrawnAreas } from './drawn-areas.tsx';
import {
  type Area,
  astraySide,
  type Box,
  boxOf,
  type HotSpot,
  type Shape,
  shapeIn,
} from './hot-spot-draft.ts';
import { KeyRows } from './key-rows.tsx';
import { NumberField } from './number-field.tsx';
import { type ElementMark, markedAs, sharedOut } from './practical-task-draft.ts';
import type { Question } from './question-draft.ts';
import { PartFault, useFaultAt } from './told-faults.tsx';
import { withFeedback } from './worth-rows.tsx';

const BLANK: Area = {
  shape: { kind: 'rectangle', from: { x: 400, y: 400 }, to: { x: 600, y: 600 } },
  weight: 0,
};
const SIDES = ['left', 'top', 'right', 'bottom'] as const;

type AreaProps = {
  readonly no: number;
  readonly area: Area;
  readonly onArea: (area: Area) => void;
  readonly onMark: (mark: ElementMark) => void;
};

type SidesProps = {
  readonly no: number;
  readonly shape: Exclude<Shape, { kind: 'polygon' }>;
  readonly onShape: (shape: Shape) => void;
};

/** Sides in percent of the picture, for whoever draws by keyboard. What makes no area says so and changes none. */
const Sides = ({ no, shape, onShape }: SidesProps) => {
  const { questionForm } = useMessages();
  const t = questionForm.spots;
  const [box, setBox] = useState(() => boxOf(shape));
  const wrong = astraySide(box);
  const set = (side: keyof Box) => (percent: number) => {
    const next = { ...box, [side]: Math.round(percent * 10) };
    setBox(next);
    if (!astraySide(next)) onShape(shapeIn(shape.kind, next));
  };
  return (
    <div class="area-sides key-part">
      {SIDES.map((side) => (
        <NumberField
          key={side}
          label={t.sides[side](no)}
          value={box[side] / 10}
          fault={wrong === side ? t.astray[side] : undefined}
          onNumber={set(side)}
        />
      ))}
      {!wrong && <PartFault at={`/areas/${no - 1}/shape`} />}
    </div>
  );
};

const AreaFields = ({ no, area, onArea, onMark }: AreaProps) => {
  const { questionForm } = useMessages();
  const t = questionForm.spots;
  const faultAt = useFaultAt();
  const { shape } = area;
  const kinds = [
    { value: 'rectangle', text: t.kinds.rectangle },
    { value: 'ellipse', text: t.kinds.ellipse },
  ];
  return (
    <>
      {shape.kind !== 'polygon' && (
        <SelectField
          label={t.kind(no)}
          value={shape.kind}
          choices={kinds}
          onValue={(kind) =>
            onArea({ ...area, shape: shapeIn(kind as 'rectangle' | 'ellipse', boxOf(shape)) })
          }
        />
      )}
      {shape.kind === 'polygon' ? (
        <p class="muted">{t.polygon}</p>
      ) : (
        <Sides no={no} shape={shape} onShape={(next) => onArea({ ...area, shape: next })} />
      )}
      <SelectField
        label={t.mark(no)}
        value={markedAs(area)}
        choices={Object.entries(t.marks).map(([value, text]) => ({ value, text }))}
        onValue={(mark) => onMark(mark as ElementMark)}
      />
      <TextField
        label={t.feedback(no)}
        value={area.feedback ?? ''}
        fault={faultAt(`/areas/${no - 1}/feedback`)}
        onValue={(feedback) => onArea(withFeedback(area, feedback))}
        input={{ maxLength: 2000 }}
      />
    </>
  );
};

type Props = {
  readonly courseId: string;
  readonly question: HotSpot;
  readonly onChange: (question: Question) => void;
};

/** Areas with what they are worth: those to be marked share the whole, and as many may be marked. */
const withMarks = (question: HotSpot, areas: readonly Area[], marks: readonly ElementMark[]): HotSpot => {
  const weights = sharedOut(marks);
  const right = marks.filter((mark) => mark === 'right').length;
  return {
    ...question,
    areas: areas.map((area, place) => ({ ...area, weight: weights[place] ?? 0 })),
    picks: Math.max(1, right, question.picks),
  };
};

const Areas = ({ question, onChange }: Omit<Props, 'courseId'>) => {
  const { questionForm } = useMessages();
  const t = questionForm.spots;
  const { areas } = question;
  const marks = areas.map(markedAs);
  const take = (rows: readonly Area[]): void =>
    onChange(
      rows.length === areas.length
        ? { ...question, areas: [...rows] }
        : withMarks(question, rows, rows.map(markedAs)),
    );
  return (
    <KeyRows at="/areas" rows={areas} least={1} blank={BLANK} words={t.rows} onRows={take}>
      {(area, no, onArea) => (
        <AreaFields
          no={no}
          area={area}
          onArea={onArea}
          onMark={(mark) => onChange(withMarks(question, areas, marks.with(no - 1, mark)))}
        />
      )}
    </KeyRows>
  );
};

/** A picture, and the areas of it that are to be marked. */
const HotSpotFields = ({ courseId, question, onChange }: Props) => {
  const { questionForm } = useMessages();
  const t = questionForm.spots;
  const faultAt = useFaultAt();
  const { picture, areas } = question;
  const hasPicture = picture.fileId !== '';
  const draw = (shape: Shape): void => {
    const drawn = [...areas, { shape, weight: 100 }];
    onChange(withMarks(question, drawn, drawn.map(markedAs)));
  };
  return (
    <FilesFrom.Provider value={{ kind: 'bank', courseId }}>
      <div class="stack key-part" {...(!hasPicture && { 'data-missing': true, tabIndex: -1 })}>
        <AddMedia
          isPicture
          courseId={courseId}
          label={hasPicture ? t.otherPicture : t.picture}
          onMedia={(added) => onChange({ ...question, picture: { ...added, alt: picture.alt } })}
        />
        {hasPicture && (
          <>
            <TextField
              label={t.alt}
              hint={questionForm.media.altHint}
              value={picture.alt}
              fault={faultAt('/picture') ?? faultAt('/picture/alt')}
              onValue={(alt) => onChange({ ...question, picture: { ...picture, alt } })}
              required
              input={{ maxLength: 1000 }}
            />
            <DrawnAreas picture={picture} shapes={areas.map(({ shape }) => shape)} onDrawn={draw} />
            <Areas question={question} onChange={onChange} />
            <TextField
              label={t.picks}
              type="number"
              value={String(question.picks)}
              fault={faultAt('/picks')}
              onValue={(text) => onChange({ ...question, picks: Number(text) })}
              required
              input={{ inputMode: 'numeric', min: 1, max: 20 }}
            />
          </>
        )}
      </div>
    </FilesFrom.Provider>
  );
};
export default HotSpotFields;
