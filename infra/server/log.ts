import { pino, type Logger } from 'pino'

/** JSON lines on standard output. Nothing a person typed is ever put into them. */
export const openLog = (level: string, name: 'server' | 'worker'): Logger => pino({ level, base: { name } })

/**
 * What may be said of a failure. PostgreSQL quotes values in its messages, so of its errors only the code and the names
 * of things are kept.
 */
export function described(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const pg = error as Error & { code?: string; severity?: string; table?: string; constraint?: string; schema?: string }
  if (pg.severity !== undefined) {
    const { code, schema, table, constraint } = pg
    return { error: 'database', code, schema, table, constraint, stack: stackOnly(error) }
  }
  return { error: error.name, message: error.message, code: pg.code, stack: stackOnly(error) }
}

const stackOnly = (error: Error) =>
  error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n')
