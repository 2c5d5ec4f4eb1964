import type { PlatformContext } from '#app/core/context.ts'
import type { OversightQuery } from './oversight-query.ts'
import { viewOversight } from './oversight-view.server.ts'

const columns = ['received', 'open', 'answered', 'onTime', 'median', 'perThousand'] as const

/** The table of regions as a file, with exactly what the page shows. Semicolons and a byte order mark: for Excel here. */
export async function figuresCsv(ctx: PlatformContext, query: OversightQuery): Promise<string> {
  const { lines } = await viewOversight(ctx, query)
  const head = [ctx.t('oversight:table.name'), ...columns.map((column) => ctx.t(`oversight:figure.${column}`))]
  const rows = lines.map((line) => [line.name, ...columns.map((column) => line.figures[column].text)])
  return `\ufeff${[head, ...rows].map((cells) => cells.map(quoted).join(';')).join('\r\n')}\r\n`
}

const quoted = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
