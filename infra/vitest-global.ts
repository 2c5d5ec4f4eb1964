import type { TestProject } from 'vitest/node'
import { startPostgres } from '#infra/up/postgres.ts'
import { makeThrowaway } from '#infra/up/throwaway.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser of the run's own throwaway PostgreSQL; every test file makes its own databases in it. */
    superuserUrl: string
  }
}

/** One throwaway PostgreSQL for the whole run, handed to the tests as `inject('superuserUrl')`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const place = await makeThrowaway()
  const postgres = await startPostgres({ dataDir: place.dataDir, durable: false })
  project.provide('superuserUrl', postgres.superuserUrl)
  return async () => {
    await postgres.stop()
    await place.remove()
  }
}
