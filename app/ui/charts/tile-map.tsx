import { ChartFigure, type ChartWords } from '#app/ui/charts/chart-figure.tsx'
import { ChartSvg } from '#app/ui/charts/chart-svg.tsx'
import { gridSize, stepOf } from '#app/ui/charts/geometry.ts'

export type MapTile = {
  id: string
  /** The whole name, for the table and for screen readers. */
  name: string
  /** What fits on the tile: three or four letters. */
  short: string
  /** Where it stands; both count from 0 at the upper left. */
  column: number
  row: number
  /** Left out where nothing is known. */
  value?: number
  /** The value as it is written; "–" where nothing is known. */
  text: string
}

type TileMapProps = ChartWords & {
  tiles: readonly MapTile[]
  /** Where a darker step begins, ascending, at most four: 50, 75, 90. */
  limits: readonly number[]
  /** What the steps mean, one more than limits: "below 50 %", "50–74 %". */
  legend: readonly string[]
  columns: { label: string; value: string }
}

const tileHeight = 56

/** Places as tiles where they lie on the map: each with its letters and its number, darker where it is more. */
export function TileMap({ tiles, limits, legend, columns, ...words }: TileMapProps) {
  const size = gridSize(tiles)
  const width = 100 / Math.max(size.columns, 1)
  return (
    <ChartFigure
      {...words}
      columns={[columns.label, columns.value]}
      rows={tiles.map(({ id, name, text }) => ({ key: id, name, cells: [text] }))}
    >
      <div className="tile-map">
        <ChartSvg {...words} height={size.rows * tileHeight}>
          {tiles.map((tile) => (
            <svg
              key={tile.id}
              x={`${(tile.column * width).toFixed(3)}%`}
              y={tile.row * tileHeight}
              width={`${width.toFixed(3)}%`}
              height={tileHeight}
            >
              <Tile tile={tile} limits={limits} />
            </svg>
          ))}
        </ChartSvg>
      </div>
      <ul className="map-legend">
        {legend.map((text, step) => (
          <li key={text}>
            <svg width="20" height="20" aria-hidden="true" focusable="false">
              <rect className={`map-step map-step-${step}`} width="100%" height="100%" />
            </svg>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  )
}

function Tile({ tile, limits }: { tile: MapTile; limits: readonly number[] }) {
  const step = tile.value === undefined ? 'none' : stepOf(tile.value, limits)
  return (
    <g className={`map-tile map-step-${step}`}>
      <title>{`${tile.name}: ${tile.text}`}</title>
      <rect width="100%" height="100%" />
      <text x="50%" y="23" textAnchor="middle">
        {tile.short}
      </text>
      <text className="map-number" x="50%" y="42" textAnchor="middle">
        {tile.text}
      </text>
    </g>
  )
}
