import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useOperation } from '../../api/queries';
import { DistrictsDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import type { OverviewPage } from '../../overviews/use-overview';
import { useAddress } from '../../place/at-place';
import { addressOf } from '../../place/places';
import { ChartFrame } from '../../ui/charts/chart-frame';
import type { Day } from '../../ui/days';
import { percentText } from '../../ui/decimals';
import { DistrictTable } from './district-table';
import { type Figure, FIGURES, type Shade, type Tile, TILE_COLUMNS, TILE_ROWS, tilesOf } from './tiles';

const SIZE = 84;
const GAP = 6;

/** The darker, the worse, and with a mark: so that a map without colours says the same. */
const FILLS = ['var(--shade-low)', 'var(--shade-middle)', 'var(--surface)'] as const;
const SHADE_MARKS = ['▼ ', '▽ ', ''] as const;

/** Guangzhou's districts as squares, shaded by a figure; each leads to its stations. */
export function TileMap({
  districts,
  on,
}: {
  readonly districts: OverviewPage['districts'];
  readonly on: Day;
}): ReactNode {
  const { overview: messages } = texts();
  const [address, change] = useAddress();
  const all = useOperation(DistrictsDocument, {});
  const names = Object.entries(messages.tiles.figures) as [Figure, string][];
  const figure = names.find(([name]) => name === address.get('figure'))?.[0] ?? 'onTime';
  const about = messages.tiles.about(messages.tiles.figures[figure], on);
  const known = all.data?.districts ?? districts.map(({ district }) => district);
  return (
    <ChartFrame
      title={messages.tiles.title}
      about={about}
      tools={
        <select
          className="input"
          aria-label={messages.tiles.by}
          value={figure}
          onChange={(event) => {
            change({ figure: event.target.value }, { replace: true });
          }}
        >
          {names.map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>
      }
      table={<DistrictTable districts={districts} />}
    >
      <svg
        className="tile-map"
        viewBox={`0 0 ${String(TILE_COLUMNS * (SIZE + GAP))} ${String(TILE_ROWS * (SIZE + GAP) + 30)}`}
        aria-label={about}
      >
        {tilesOf(districts, known, figure).map((tile) => (
          <Square key={tile.code} tile={tile} figure={figure} on={address.get('on')} />
        ))}
        <Key figure={figure} />
      </svg>
    </ChartFrame>
  );
}

function Square({
  tile: { code, name, column, row, percent, shade, leads },
  figure,
  on,
}: {
  readonly tile: Tile;
  readonly figure: Figure;
  readonly on: Day | null;
}): ReactNode {
  const { tiles } = texts().overview;
  const value = percentText(percent);
  const x = column * (SIZE + GAP) + GAP / 2;
  const y = row * (SIZE + GAP) + GAP / 2;
  const square = (
    <>
      <rect
        x={x}
        y={y}
        width={SIZE}
        height={SIZE}
        rx="6"
        fill={shade === undefined ? 'var(--ground)' : FILLS[shade]}
        stroke="var(--line-strong)"
        strokeDasharray={shade === undefined ? '3 3' : undefined}
      />
      <text
        x={x + SIZE / 2}
        y={y + 36}
        fill={inkOn(shade)}
        fontSize="15"
        fontWeight="600"
        textAnchor="middle"
      >
        {name}
      </text>
      <text x={x + SIZE / 2} y={y + 58} fill={inkOn(shade)} fontSize="13" textAnchor="middle">
        {shade !== undefined && SHADE_MARKS[shade]}
        {value}
      </text>
    </>
  );
  if (!leads) return <g>{square}</g>;
  return (
    <Link
      href={addressOf('/console/heatmap', undefined, { district: code, ...(on !== null && { on }) })}
      aria-label={tiles.tile(name, value, shade === undefined ? tiles.none : tiles.classes[figure][shade])}
    >
      {square}
    </Link>
  );
}

function inkOn(shade: Shade): string {
  if (shade === undefined) return 'var(--ink-soft)';
  return shade === 0 ? '#fff' : 'var(--ink)';
}

/** The classes, inside the picture: it is read without the page too. */
function Key({ figure }: { readonly figure: Figure }): ReactNode {
  const { classes } = texts().overview.tiles;
  const width = (TILE_COLUMNS * (SIZE + GAP)) / FIGURES[figure].least.length;
  const y = TILE_ROWS * (SIZE + GAP) + 8;
  return (
    <g fontSize="12">
      {classes[figure].map((text, shade) => {
        const x = (shade * width * 2) / 3 + GAP / 2;
        return (
          <g key={text}>
            <rect x={x} y={y} width="14" height="14" fill={FILLS[shade]} stroke="var(--line-strong)" />
            <text x={x + 20} y={y + 12} fill="var(--ink)">
              {SHADE_MARKS[shade]}
              {text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
