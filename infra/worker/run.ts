import { EventEmitter } from 'node:events'
import { Logger as QueueLogger, makeWorkerUtils, run, type JobHelpers, type WorkerEvents } from 'graphile-worker'
import pg from 'pg'
import { workerEnv } from '#app/core/env.server.ts'
import type { PlatformContext, TenantContext } from '#app/core/context.ts'
import { openInstallation } from '#app/contexts.server.ts'
import { makeRegion } from '#app/make-region.server.ts'
import {
  nationalReaction,
  platformErrands,
  platformReactions,
  regionalReactions,
  regionErrands,
  scanReaction,
  tenantReactions,
} from '#app/jobs.server.ts'
import { takeoutEvents } from '#app/features/takeouts/public.server.ts'
import type { Post } from '#app/features/notices/public.server.ts'
import { openClamd } from '#app/integrations/antivirus/clamd.server.ts'
import { openNames } from '#app/integrations/names/names.server.ts'
import { openMailer } from '#app/integrations/mail/smtp.server.ts'
import { described, openLog } from '#infra/server/log.ts'
import { stopGracefully } from '#infra/server/stop.ts'
import { actsByItself } from '#tenants/registry.ts'
import { openArchiving, type ArchiveJob } from './archiving.ts'
import { retainInRegions } from './apply-retention.ts'
import { beat } from './heartbeat.ts'
import { learnInRegions } from './learn-routing.ts'
import { learnAllWords } from './learn-words.ts'
import { lapseCures } from './lapse-cures.ts'
import { listen } from './listen.ts'
import { recheckHosts } from './recheck-hosts.ts'
import { proveFigures } from './prove-figures.ts'
import { openScanning, type ScanJob } from './scanning.ts'
import { openRelay, type CountJob, type ReactJob, type RegionalJob } from './relay.ts'
import { settleDeadlines } from './settle-deadlines.ts'
import { openSmsPost } from './sms.ts'
import { takeVitals } from './take-vitals.ts'
import { tidy } from './tidy.ts'
import { watchActs } from './watch-acts.ts'

/** An operator asks for a region: the one job that needs the owner's login. */
const regionAsked = 'region.asked'
const sweepEvery = 5_000
const beatEvery = 2_000

/** Starts relay and queue, says `ready` to a parent process, and stops gracefully. */
export async function runWorker(): Promise<void> {
  const env = workerEnv()
  const log = openLog(env.LOG_LEVEL, 'worker')
  const installation = openInstallation(env, 'bir-tereze-worker')
  const { database, registry } = installation
  const owner = env.OWNER_DATABASE_URL ? { runtime: env.DATABASE_URL, owner: env.OWNER_DATABASE_URL } : undefined
  const names = openNames()
  const mailer = openMailer(env.SMTP_URL, env.MAIL_FROM)
  const sms = openSmsPost(installation, env)
  const queue = new pg.Pool({ connectionString: env.DIRECT_DATABASE_URL, max: 6, application_name: 'bir-tereze-queue' })
  const lost = (error: Error) => log.warn(described(error), 'queue connection lost')
  queue.on('error', lost)
  queue.on('connect', (client) => client.on('error', lost))
  const logger = new QueueLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ queue: level }, message)
  })
  const shared = { pgPool: queue, logger, schema: 'graphile_worker', noPreparedStatements: true }
  const jobs = await makeWorkerUtils(shared)

  const postOf = (world: string, lastTry: boolean): Post => ({
    mail: async (letter, messageId) => ((await mailer.send(letter, messageId)) ? 'sent' : 'undeliverable'),
    sms: (message, notice) => sms.send(world, message, notice),
    lastTry,
  })

  async function react({ world, event }: ReactJob, { job: { attempts, max_attempts } }: JobHelpers): Promise<void> {
    const lastTry = attempts >= max_attempts
    const post = postOf(world, lastTry)
    const tenant = world === '' ? undefined : await registry.bySlug(world)
    if (world !== '' && (!tenant || tenant.muted)) return
    if (world === '' && Object.hasOwn(regionalReactions, event.event)) return reactInRegions(event)
    if (tenant) await installation.loadTexts(tenant)
    const job = tenant ? installation.tenantJob(tenant) : installation.platformJob()
    try {
      if (job.ctx.world === 'tenant') {
        if (event.event === takeoutEvents.asked) await archive({ kind: 'takeout', region: world, id: event.subjectId })
        await tenantReactions[event.event]?.(job.ctx, event, post)
        await runPlatformErrand(job.ctx, event)
      } else {
        await platformReactions[event.event]?.(job.ctx, event, post)
        if (event.event === regionAsked)
          await makeRegion(installation, job.ctx, owner, { setupId: event.subjectId, lastTry })
        await archiving.follow(job.ctx, event)
        await runErrand(job.ctx, event)
      }
    } catch (error) {
      if (lastTry) log.error({ world, event: event.event, eventId: event.id, ...described(error) }, 'nobody was told')
      throw error
    } finally {
      await job.close()
    }
  }

  async function reactInRegions(event: ReactJob['event']): Promise<void> {
    for (const region of await registry.all()) {
      if (!actsByItself(region)) continue
      const job: RegionalJob = { region: region.slug, event }
      await jobs.addJob('reactInRegion', job, { jobKey: `${event.id}:${region.slug}` })
    }
  }

  async function reactInRegion({ region, event }: RegionalJob): Promise<void> {
    const tenant = await registry.bySlug(region)
    if (!tenant) return
    // Muted in what is remembered of the directory, at most: the job comes again.
    if (tenant.muted) throw new Error(`${region} is muted`)
    const [platform, job] = [installation.platformJob(), installation.tenantJob(tenant)]
    try {
      await regionalReactions[event.event]?.(platform.ctx, job.ctx, event)
    } finally {
      await job.close()
      await platform.close()
    }
  }

  const archive = (job: ArchiveJob) =>
    jobs.addJob('archive', job, { jobKey: `archive-${job.id}`, jobKeyMode: 'preserve_run_at', maxAttempts: 4 })

  async function runErrand(platform: PlatformContext, event: ReactJob['event']): Promise<void> {
    const errand = regionErrands[event.event]
    const tenant = errand && (await registry.bySlug(event.subjectId))
    if (!tenant) return
    const job = installation.tenantJob(tenant)
    try {
      await errand(job.ctx, platform, event)
    } finally {
      await job.close()
    }
  }

  async function runPlatformErrand(region: TenantContext, event: ReactJob['event']): Promise<void> {
    if (!platformErrands.events.has(event.event)) return
    const platform = installation.platformJob()
    await platformErrands.run(region, platform.ctx, names, event).finally(platform.close)
  }

  async function count({ region, events }: CountJob): Promise<void> {
    const facts = events.map((event) => ({ ...event, at: new Date(event.at) }))
    await database.withNational((db) => nationalReaction.apply(db, region, facts))
  }

  const scanning = openScanning(
    installation,
    env.CLAMD_URL ? openClamd(env.CLAMD_URL, { most: env.CLAMD_MOST_BYTES }) : undefined,
    (job) => jobs.addJob('scan', job, { jobKey: `scan-${job.attachmentId}`, jobKeyMode: 'preserve_run_at' }),
  )
  const archiving = openArchiving({
    installation,
    urls: owner && { ...owner, direct: env.DIRECT_DATABASE_URL },
    folder: env.ARCHIVES_DIR,
    kept: env.ARCHIVES_KEPT,
    secret: env.APP_SECRET,
    enqueue: archive,
  })
  const events: WorkerEvents = new EventEmitter()
  const workerIds = new Set<string>()
  events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId))
  const running = { ...shared, pollInterval: 1000, noHandleSignals: true, events }
  const runner = await run({
    ...running,
    concurrency: 4,
    taskList: {
      react: (payload, helpers) => react(payload as ReactJob, helpers),
      reactInRegion: (payload) => reactInRegion(payload as RegionalJob),
      tidy: () => tidy(installation, (world, error) => log.error({ world, ...described(error) }, 'tidy failed')),
      scanWaiting: () => scanning.enqueueWaiting(),
      proveFigures: () => proveFigures(installation, log),
      lapseCures: () => lapseCures(installation, log),
      settleDeadlines: () => settleDeadlines(installation, log),
      watchActs: () => watchActs(installation, log),
      recheckHosts: () => recheckHosts(installation, names, log),
      applyRetention: () => retainInRegions(installation, log),
      learnRouting: () => learnInRegions(installation, log),
      beginLearning: () => learnInRegions(installation, log, true),
      archiveAll: () => archiving.everyNight(),
      takeVitals: () => takeVitals(installation, queue, log),
      learnWords: () => learnAllWords(installation, log),
    },
    crontab: [
      '43 * * * * scanWaiting',
      '*/10 * * * * lapseCures',
      '*/5 * * * * takeVitals',
      '17 19 * * * archiveAll',
      '17 22 * * * tidy',
      '37 21 * * * proveFigures',
      '52 21 * * * applyRetention',
      '7 22 * * * recheckHosts',
      '7 20 * * * settleDeadlines',
      '27 20 * * * learnRouting',
      '47 20 * * * learnWords',
      '23 3 * * * watchActs',
    ].join('\n'),
  })
  // Beside the others: letters that wait for a slow mail server must not keep a figure back.
  const counter = await run({
    ...running,
    concurrency: 1,
    taskList: { count: (payload) => count(payload as CountJob) },
  })
  const scanner = await run({
    ...running,
    concurrency: 1,
    taskList: { scan: (payload) => scanning.scan(payload as ScanJob) },
  })
  const archiver = await run({
    ...running,
    concurrency: 1,
    taskList: {
      archive: (payload, { job: { attempts, max_attempts } }) =>
        archiving.run(payload as ArchiveJob, attempts >= max_attempts),
    },
  })
  const relay = openRelay({
    database,
    registry,
    reacts: (world, event) =>
      world === ''
        ? event === regionAsked ||
          archiving.events.has(event) ||
          Object.hasOwn({ ...platformReactions, ...regionalReactions, ...regionErrands }, event)
        : event === takeoutEvents.asked ||
          Object.hasOwn(tenantReactions, event) ||
          platformErrands.events.has(event) ||
          scanReaction.events.has(event),
    enqueue: async (job, jobKey) => {
      if (scanReaction.events.has(job.event.event)) await scanning.enqueue(job.world, job.event.subjectId)
      else await jobs.addJob('react', job, { jobKey })
    },
    isCounted: (event) => nationalReaction.events.has(event),
    enqueueCount: async (job) => {
      await jobs.addJob('count', job)
    },
    now: () => new Date(),
    failed: (world, error) => log.error({ world, ...described(error) }, 'relay failed'),
  })

  const failed = (what: string) => (error: unknown) => log.error(described(error), what)
  const again = repeatedly()
  again.every(sweepEvery, () => relay.sweep().catch(failed('sweep failed')))
  again.every(beatEvery, () =>
    beat({ database, queue, workerIds: () => [...workerIds] }).catch(failed('heartbeat failed')),
  )
  await jobs.addJob('takeVitals', {}, { jobKey: 'takeVitals' })
  await jobs.addJob('beginLearning', {}, { jobKey: 'beginLearning' })
  const ears = await listen(env.DIRECT_DATABASE_URL, 'outbox', (payload) => {
    const said = payload === '*' ? relay.sweep() : relay.relayAll(payload.split(','))
    said.catch(failed('relay failed'))
  })
  log.info('working')
  process.send?.({ type: 'ready' })

  stopGracefully(async () => {
    await ears.close()
    // The heart beats until the last job is done: a worker that fell silent has its jobs given to others.
    await Promise.all([runner.stop(), counter.stop(), scanner.stop(), archiver.stop()])
    await again.stop()
    await jobs.release()
    await queue.end()
    mailer.close()
    await sms.close()
    await installation.close()
  }, env.STOP_PATIENCE_MS)
}

/** Runs things over and over, each one only after its last run has ended. */
function repeatedly() {
  const timers = new Set<NodeJS.Timeout>()
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false
  const every = (milliseconds: number, run: () => Promise<void>) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      const round = run().then(() => {
        if (!stopped) every(milliseconds, run)
      })
      running = Promise.all([running, round])
    }, milliseconds)
    timers.add(timer)
  }
  return {
    every,
    stop: async () => {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
      await running
    },
  }
}
