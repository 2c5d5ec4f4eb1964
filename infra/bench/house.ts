import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startDemoIn, type ThrowawayDemo } from '#infra/check/e2e-env.ts'
import { makeThrowaway } from '#infra/up/throwaway.ts'
import { fillWithCopies } from './fill.ts'
import { assign, fileAppeal, signIn, type FiledAppeal } from './product.ts'
import type { Visitor } from './visitor.ts'

export interface BenchRegion {
  readonly port: number
  readonly host: string
  readonly appeals: number
  readonly dispatcher: Visitor
  /** An open one among them. */
  readonly appeal: FiledAppeal
}

/** A throwaway house full of appeals: a big region and a small one. */
export interface BenchHouse {
  readonly port: number
  readonly dataDir: string
  /** Looks past every door. */
  readonly superuser: pg.Client
  readonly big: BenchRegion
  readonly small: BenchRegion
  /** How long a start took on a folder that was there, milliseconds. */
  readonly secondStart: number
  /** Resident memory now, bytes. */
  memory(): { readonly server: number; readonly worker: number }
  stop(): Promise<void>
}

type Slug = 'almaty' | 'shymkent'

/** How many appeals the two regions have, and how they are made. */
export interface HousePlan {
  readonly sizes: Readonly<Record<Slug, number>>
  readonly fill: (client: pg.Client, schema: string, appealId: string, count: number) => Promise<void>
}

const usual: HousePlan = { sizes: { almaty: 100_000, shymkent: 1_000 }, fill: fillWithCopies }
const hostOf = (slug: Slug) => `${slug}.localhost`

/** Starts the house, fills it, and starts it once more; on a failure everything is stopped and deleted. */
export async function openHouse(say: (line: string) => void, { sizes, fill }: HousePlan = usual): Promise<BenchHouse> {
  const place = await makeThrowaway()
  const { dataDir } = place
  let demo: ThrowawayDemo | undefined
  let superuser: pg.Client | undefined
  const rest = async () => {
    await superuser?.end().catch(() => undefined)
    await demo?.stop()
    superuser = demo = undefined
  }
  const stop = async () => {
    await rest()
    await place.remove()
  }
  try {
    demo = await startDemoIn(dataDir)
    superuser = await connect(dataDir)
    for (const slug of ['almaty', 'shymkent'] as const) {
      const { appeal } = await openRegion(demo, slug, sizes[slug])
      const began = performance.now()
      await fill(superuser, `t_${slug}`, appeal.id, sizes[slug])
      say(`${slug}: ${sizes[slug]} appeals (${((performance.now() - began) / 1000).toFixed(1)} s)`)
    }
    await rest()
    const began = performance.now()
    demo = await startDemoIn(dataDir)
    const secondStart = performance.now() - began
    superuser = await connect(dataDir)
    const [big, small] = [
      await openRegion(demo, 'almaty', sizes.almaty),
      await openRegion(demo, 'shymkent', sizes.shymkent),
    ]
    return { port: demo.port, dataDir, superuser, big, small, secondStart, memory: () => memoryOf(dataDir), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openRegion(demo: ThrowawayDemo, slug: Slug, appeals: number): Promise<BenchRegion> {
  const host = hostOf(slug)
  const dispatcher = await signIn(demo, host, 'dispatcher')
  const appeal = await fileAppeal(demo.port, host, `first-${slug}-${demo.port}`)
  await assign(dispatcher, appeal.id)
  return { port: demo.port, host, appeals, dispatcher, appeal }
}

const readJson = <T>(dataDir: string, file: string) => JSON.parse(readFileSync(path.join(dataDir, file), 'utf8')) as T

async function connect(dataDir: string): Promise<pg.Client> {
  const { port, password } = readJson<{ port: number; password: string }>(dataDir, 'postgres.json')
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'bir_tereze' })
  await client.connect()
  return client
}

function memoryOf(dataDir: string) {
  const { children } = readJson<{ children: Record<'server' | 'worker', { pid: number }> }>(dataDir, 'run.json')
  const resident = (pid: number) => {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) * 1024
  }
  return { server: resident(children.server.pid), worker: resident(children.worker.pid) }
}
