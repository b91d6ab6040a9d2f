import { useMediaQuery } from '../state/use-media-query.ts';
import { axisTop, type DayValue } from './scale.ts';

type Props = {
  readonly days: readonly DayValue[];
  /** The conclusion in words: what the picture says to those who do not see it. */
  readonly label: string;
  readonly formatValue: (value: number) => string;
  readonly formatDay: (day: string) => string;
};

const HEIGHT = 300;
const LEFT = 58;
const TOP = 26;
const BOTTOM = 264;
/** Half a number of five figures: closer to the right edge than this it would be cut off, so it ends there. */
const EDGE = 32;
/** Units across: on a phone fewer, so that the letters do not shrink below 14 px with the picture. */
const WIDTHS = { wide: 720, narrow: 320 } as const;

type GridProps = { readonly top: number; readonly width: number; readonly formatValue: Props['formatValue'] };

const Grid = ({ top, width, formatValue }: GridProps) => (
  <>
    {[0, 1, 2, 3, 4].map((step) => {
      const y = BOTTOM - ((BOTTOM - TOP) * step) / 4;
      return (
        <g key={step}>
          <path d={`M${LEFT} ${y}H${width}`} class="chart-line" />
          <text x={LEFT - 10} y={y + 6} class="chart-quiet" text-anchor="end">
            {formatValue((top * step) / 4)}
          </text>
        </g>
      );
    })}
  </>
);

/** Columns per day as SVG. A day without data is a hatched foot, so that it cannot be taken for a real zero. */
export const DayBars = ({ days, label, formatValue, formatDay }: Props) => {
  const most = Math.max(0, ...days.map(({ value }) => value ?? 0));
  const top = axisTop(most);
  const isNarrow = useMediaQuery('(max-width: 600px)');
  const width = isNarrow ? WIDTHS.narrow : WIDTHS.wide;
  const slot = (width - LEFT) / Math.max(1, days.length);
  const every = Math.ceil(days.length / (isNarrow ? 4 : 7));
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      <Grid top={top} width={width} formatValue={formatValue} />
      {days.map(({ day, value }, at) => {
        const x = LEFT + slot * (at + 0.5);
        const height = ((BOTTOM - TOP) * (value ?? 0)) / top;
        return (
          <g key={day}>
            {value === null ? (
              <path d={`M${x - slot * 0.3} ${BOTTOM - 4}h${slot * 0.6}`} class="chart-none" />
            ) : (
              <rect
                x={x - slot * 0.36}
                y={BOTTOM - Math.max(height, 2)}
                width={slot * 0.72}
                height={Math.max(height, 2)}
                rx="4"
                class="chart-bar"
              />
            )}
            {value !== null && value > 0 && (!isNarrow || value === most) && (
              <text
                x={x > width - EDGE ? width : x}
                y={BOTTOM - height - 7}
                class="chart-strong"
                text-anchor={x > width - EDGE ? 'end' : 'middle'}
              >
                {formatValue(value)}
              </text>
            )}
            {at % every === 0 && (
              <text x={x} y={HEIGHT - 10} class="chart-quiet" text-anchor="middle">
                {formatDay(day)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
};
