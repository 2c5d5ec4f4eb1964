import { createTestDatabase, type TestDatabase } from '#db/testing/database.ts'
import { startPostgres } from '#infra/up/postgres.ts'
import { makeThrowaway } from '#infra/up/throwaway.ts'

/** A throwaway PostgreSQL with a database of ours and no region in it. */
export interface EmptyHouse {
  readonly database: TestDatabase
  stop(): Promise<void>
}

/** Starts it; on a failure everything is stopped and deleted. */
export async function openEmptyHouse(): Promise<EmptyHouse> {
  const place = await makeThrowaway()
  const postgres = await startPostgres({ dataDir: place.dataDir, durable: false }).catch(async (error: unknown) => {
    await place.remove()
    throw error
  })
  const stop = async () => {
    await postgres.stop()
    await place.remove()
  }
  try {
    const database = await createTestDatabase(postgres.superuserUrl)
    return {
      database,
      stop: async () => {
        await database.drop().catch(() => undefined)
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}
