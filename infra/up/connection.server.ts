import pg from 'pg'

/** Signs in to a database and leaves again. Throws PostgreSQL's or the network's own error. */
export async function signInOnce(url: string, withinMs: number): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: withinMs })
  try {
    await client.connect()
  } finally {
    await client.end().catch(() => {})
  }
}
