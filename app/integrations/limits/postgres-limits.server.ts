import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database } from '#db/connect.ts'
import { limitRules, type LimitRule, type Limits } from '#app/core/access/limits.ts'
import { TooManyTries } from '#app/core/errors.ts'

/** Counters in `control.rate_limit`, shared by all servers. `world` keeps regions' counters apart. */
export function openLimits(database: Database, secret: string): (world: string) => Limits {
  const storeClient = {
    query: (query: { text: string; values?: unknown[] }) => database.controlQuery(query.text, query.values),
  }
  const hashed = (world: string, key: string) =>
    createHash('sha256').update(`${secret}\n${world}\n${key}`).digest('base64url')
  const limiters = Object.fromEntries(
    Object.entries(limitRules).map(([rule, { tries, seconds }]) => [
      rule,
      new RateLimiterPostgres({
        storeClient,
        storeType: 'client',
        schemaName: 'control',
        tableName: 'rate_limit',
        tableCreated: true,
        // Clearing old rows is the worker's: a timer in every server would do it many times over.
        clearExpiredByTimeout: false,
        keyPrefix: rule,
        points: tries,
        duration: seconds,
      }),
    ]),
  ) as Record<LimitRule, RateLimiterPostgres>

  return (world) => ({
    forgive: async (rule, key) => {
      await limiters[rule].reward(hashed(world, key))
    },
    count: async (rule, key) => {
      try {
        await limiters[rule].consume(hashed(world, key))
      } catch (error) {
        if (error instanceof RateLimiterRes) throw new TooManyTries(Math.ceil(error.msBeforeNext / 1000))
        throw error
      }
    },
  })
}
