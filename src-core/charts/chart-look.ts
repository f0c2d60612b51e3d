/** How charts look: colours that the colour-blind tell apart, with patterns and outlines so that black and white is enough. */
import { chartSize, type ChartOption } from './chart.ts';

export type ChartLook = {
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly ground: string;
  /** One for each series, differing in lightness too; outlined in `text`. */
  readonly fills: readonly string[];
  /** From little to much, for heat maps. */
  readonly scale: readonly string[];
  readonly faces: string;
  /** In pixels. */
  readonly size: number;
};

const screenFaces = "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";
/** Names first that offices have; the last but one comes with the app, for its PDF. */
const paperFaces = "'Microsoft YaHei', 'PingFang SC', 'Nianbao Hei', 'Noto Sans SC', sans-serif";

/** The colours of the tokens of each theme, and of paper. */
export const chartLooks = {
  light: {
    text: '#1a222b',
    soft: '#526070',
    line: '#8d98a5',
    ground: '#ffffff',
    fills: ['#1d5da3', '#f0b34b', '#cfe3f3'],
    scale: ['#f7f8fa', '#b7d0ea', '#5f93cb', '#123f73'],
    faces: screenFaces,
    size: chartSize,
  },
  dark: {
    text: '#e7ebef',
    soft: '#a5b1bd',
    line: '#6b7886',
    ground: '#1b2128',
    fills: ['#82b5f2', '#8a5a00', '#2f4d6e'],
    scale: ['#1b2128', '#20466f', '#4d87c7', '#cfe3fb'],
    faces: screenFaces,
    size: chartSize,
  },
  paper: {
    text: '#000000',
    soft: '#333333',
    line: '#666666',
    ground: '#ffffff',
    fills: ['#1d5da3', '#f0b34b', '#cfe3f3'],
    scale: ['#ffffff', '#b7d0ea', '#5f93cb', '#123f73'],
    faces: paperFaces,
    size: chartSize,
  },
} as const satisfies Readonly<Record<string, ChartLook>>;

/** The pattern over the fill of each series: none, oblique lines, dots. Lines are drawn in the colour of the text. */
export function patternOf(series: number, { text }: ChartLook): ChartOption | null {
  const common = { color: text, dashArrayX: [1, 0], dashArrayY: [1, 5], symbolSize: 1, rotation: -Math.PI / 4 };
  const patterns = [
    null,
    common,
    {
      ...common,
      symbol: 'circle',
      dashArrayX: [
        [6, 6],
        [0, 6, 6, 0],
      ],
      dashArrayY: [6, 0],
      rotation: 0,
      symbolSize: 0.5,
    },
  ];
  return patterns[series % patterns.length] ?? null;
}
