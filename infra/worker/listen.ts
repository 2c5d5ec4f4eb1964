import pg from 'pg'

/**
 * Hears NOTIFY on a connection of its own (a pooler cannot carry it) and makes a new one when that is lost. What was
 * said meanwhile is gone: a hint is never the truth, the sweep is.
 */
export async function listen(url: string, channel: 'outbox', hear: (payload: string) => void) {
  let client: pg.Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, application_name: 'bir-tereze-listen', keepAlive: true })
    fresh.on('error', () => undefined)
    fresh.on('end', () => {
      if (!closed) retry = setTimeout(() => void connect().catch(() => client?.end()), 1000)
    })
    fresh.on('notification', (message) => hear(message.payload ?? ''))
    client = fresh
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
  }

  await connect()
  return {
    close: async () => {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
