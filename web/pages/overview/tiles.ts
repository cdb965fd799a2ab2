import type { OverviewPage } from '../../overviews/use-overview';
import { compareDecimals, type Decimal } from '../../ui/decimals';

/** Guangzhou's districts by their codes: column and row, roughly as they lie. */
const PLACES: Readonly<Record<string, readonly [column: number, row: number]>> = {
  '440114': [1, 0], // 花都
  '440117': [2, 0], // 从化
  '440111': [1, 1], // 白云
  '440118': [3, 1], // 增城
  '440103': [0, 2], // 荔湾
  '440104': [1, 2], // 越秀
  '440106': [2, 2], // 天河
  '440112': [3, 2], // 黄埔
  '440105': [1, 3], // 海珠
  '440113': [2, 3], // 番禺
  '440115': [2, 4], // 南沙
};

export const TILE_COLUMNS = 4;
export const TILE_ROWS = 5;

type Summary = OverviewPage['districts'][number];

/** The figures that the map may be shaded by, each with the least of its middle and of its best class. */
export const FIGURES = {
  onTime: { of: ({ indicators }: Summary) => indicators.onTimePercent, least: ['50', '80'] },
  staffing: { of: ({ staffing }: Summary) => staffing.percent, least: ['90', '100'] },
  execution: { of: ({ execution }: Summary) => execution.percent, least: ['50', '80'] },
} as const;

export type Figure = keyof typeof FIGURES;

/** 0: the worst of the three, 2: the best; undefined where there is no figure. */
export type Shade = 0 | 1 | 2 | undefined;

export function shadeOf(percent: Decimal | null, figure: Figure): Shade {
  if (percent === null) return undefined;
  const [middle, best] = FIGURES[figure].least;
  if (compareDecimals(percent, best) >= 0) return 2;
  return compareDecimals(percent, middle) >= 0 ? 1 : 0;
}

export interface Tile {
  readonly code: string;
  readonly name: string;
  readonly column: number;
  readonly row: number;
  readonly percent: Decimal | null;
  readonly shade: Shade;
  /** Whether it has stations. */
  readonly leads: boolean;
}

/** The eleven squares; those without stations too, or the map would not be known again. */
export function tilesOf(
  districts: readonly Summary[],
  all: readonly { readonly code: string; readonly name: string }[],
  figure: Figure,
): Tile[] {
  return all.flatMap(({ code, name }) => {
    const place = PLACES[code];
    if (!place) return [];
    const summary = districts.find(({ district }) => district.code === code);
    const percent = summary ? FIGURES[figure].of(summary) : null;
    const [column, row] = place;
    return [
      { code, name, column, row, percent, shade: shadeOf(percent, figure), leads: summary !== undefined },
    ];
  });
}
