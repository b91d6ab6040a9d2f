import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { MarkedPicture } from '../quiz/kinds/marked-picture.tsx';
import { type Point, placeTouched } from '../quiz/kinds/places-on-picture.ts';
import type { Media } from './add-media.tsx';
import { type Box, boxOf, type Shape, shapeIn } from './hot-spot-draft.ts';

type Props = {
  readonly picture: Media;
  readonly shapes: readonly Shape[];
  readonly onDrawn: (shape: Shape) => void;
};

type Stroke = { readonly from: Point; readonly to: Point };
const boxOfStroke = ({ from, to }: Stroke): Box => ({ left: from.x, top: from.y, right: to.x, bottom: to.y });

/** Where the number of an area stands. */
const middleOf = (shape: Shape): Point => {
  const { left, top, right, bottom } = boxOf(shape);
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
};

const useDrawing = (onDrawn: (shape: Shape) => void) => {
  const [isOn, setOn] = useState(false);
  const [stroke, setStroke] = useState<Stroke>();
  const end = (): void => {
    if (stroke) onDrawn(shapeIn('rectangle', boxOfStroke(stroke)));
    setStroke(undefined);
    setOn(false);
  };
  const placeOf = (event: PointerEvent & { readonly currentTarget: Element }): Point | undefined => {
    const picture = event.currentTarget.querySelector('img');
    return picture ? placeTouched(event, picture.getBoundingClientRect()) : undefined;
  };
  const pointer = {
    onPointerDown: (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
      const from = placeOf(event);
      if (!isOn || !from) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setStroke({ from, to: from });
    },
    onPointerMove: (event: PointerEvent & { readonly currentTarget: HTMLElement }) => {
      const to = placeOf(event);
      if (stroke && to) setStroke({ ...stroke, to });
    },
    onPointerUp: end,
    onPointerCancel: () => setStroke(undefined),
  };
  return { isOn, setOn, stroke, pointer: isOn ? pointer : {} };
};

/** The picture with its areas, on which a next one is drawn by mouse or finger once that is asked for. */
export const DrawnAreas = ({ picture, shapes, onDrawn }: Props) => {
  const { questionForm } = useMessages();
  const t = questionForm.spots;
  const { isOn, setOn, stroke, pointer } = useDrawing(onDrawn);
  const drawn = stroke ? [...shapes, shapeIn('rectangle', boxOfStroke(stroke))] : shapes;
  return (
    <div class="stack-tight">
      <div class={isOn ? 'drawn-areas drawing' : 'drawn-areas'} {...pointer}>
        <MarkedPicture picture={picture} points={drawn.map(middleOf)} areas={drawn} />
      </div>
      <p class="muted" role="status">
        {isOn ? t.drawing : t.drawHint}
      </p>
      <div>
        <Button look="quiet" onClick={() => setOn(!isOn)}>
          {isOn ? t.stopDrawing : t.draw}
        </Button>
      </div>
    </div>
  );
};
