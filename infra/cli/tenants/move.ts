// Commands that make a region: of a pack, or of another's archive.
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { inviteAdministrator } from '#app/features/staff/public.server.ts'
import { ClearError } from '#infra/up/clear-error.ts'
import { letSpeak } from '#infra/worker/let-speak.ts'
import { archiveRegion, type Progress } from '#tenants/archives/archive.ts'
import { restoreRegion } from '#tenants/archives/restore.ts'
import { listPackNames } from '#tenants/packs/load.ts'
import { provisionTenant } from '#tenants/provision.ts'
import { needed, type Command, UsageError } from './command.ts'
import { sizeOf } from './tools.ts'

const hostOption = {
  type: 'string',
  multiple: true,
  help: 'where the region answers, may come often; <slug>.<BASE_DOMAIN> unless told',
} as const

export const create: Command = {
  name: 'create',
  summary: 'Makes a region of a pack.',
  usage: '<slug> --pack <name> [--host <host> …] [--admin <e-mail> --admin-name <name>]',
  takes: ['slug'],
  options: {
    pack: { type: 'string', help: 'the folder in tenants/packs it begins with' },
    host: hostOption,
    admin: { type: 'string', help: 'who sets it up: an invitation goes to this address' },
    'admin-name': { type: 'string', help: 'what they are called' },
  },
  async run({ installation, urls, hostsOf }, given) {
    const slug = given.takes.slug ?? ''
    const pack = needed(given, 'pack')
    if (!/^[a-z][a-z0-9-]*$/.test(pack)) throw new UsageError(`${pack} is no name of a pack`)
    if (!(await listPackNames()).includes(pack)) throw new ClearError(`There is no pack ${pack}`)
    // The directory's line is the last thing made: one that was cut off is finished, and a whole one is not made twice.
    if (await installation.registry.bySlug(slug)) throw new ClearError(`There is a region called ${slug}`)
    const hosts = hostsOf(slug, given.texts('host'))
    const began = performance.now()
    const tenant = await provisionTenant(installation.database, urls, { slug, pack, hosts })
    const email = given.text('admin')
    if (email) {
      const { ctx, close } = installation.tenantJob(tenant)
      const person = { email, fullName: given.text('admin-name') ?? email, locale: 'kk' as const }
      await inviteAdministrator(ctx, `create:${slug}`, person).finally(close)
    }
    const seconds = (performance.now() - began) / 1000
    return {
      lines: [
        `${slug} is there, at ${hosts.join(' and ')} (${seconds.toFixed(1)} s); it is set up at /admin/launch before it is live`,
        ...(email ? [`${email} is invited`] : []),
      ],
      json: { slug, hosts, schema: tenant.schema, status: tenant.status },
    }
  },
}

/** npm runs scripts at the top of the house, wherever one types. */
const fileAt = (file: string) => path.resolve(process.env.INIT_CWD ?? '.', file)

const told = (progress: (line: string) => void) => (done: Progress) =>
  progress(`${done.parts} of ${done.of} parts, ${sizeOf(done.bytes)}`)

export const archive: Command = {
  name: 'archive',
  summary:
    'Writes a region into one file: all rows as of one moment, and the files of its people. The region goes on working.',
  usage: '<slug> <file>',
  takes: ['slug', 'file'],
  options: {},
  async run({ urls, installation, keyMark, progress, note }, { takes: { slug = '', file = '' } }) {
    const target = fileAt(file)
    if (!(await installation.registry.bySlug(slug))) throw new ClearError(`No region is called ${slug}`)
    // Before the first byte: that it was taken is known even where it was not taken whole.
    await note('tenant.archived', slug)
    const { tables, files, missing } = await archiveRegion({
      ownerUrl: urls.owner,
      slug,
      file: target,
      filesOf: installation.filesOf,
      keyMark,
      progress: told(progress),
    })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const { size } = await stat(target)
    return {
      lines: [
        `${slug}: ${rows} rows and ${files.length} files in ${file} (${sizeOf(size)})`,
        ...(missing.length > 0
          ? [`! ${missing.length} files that rows speak of were not there: ${missing.join(', ')}`]
          : []),
      ],
      json: { slug, file: target, bytes: size, tables: tables.length, rows, files: files.length, missing },
    }
  },
}

export const restore: Command = {
  name: 'restore',
  summary:
    'Makes a region of an archive. It begins muted: its pages answer, and nothing goes out of it until it is unmuted.',
  usage: '<file> [--as <slug>] [--host <host> …]',
  takes: ['file'],
  options: { as: { type: 'string', help: 'what it is called here; as in the archive unless told' }, host: hostOption },
  async run({ urls, installation, keyMark, progress, note, hostsOf }, given) {
    const restored = await restoreRegion({
      urls,
      file: fileAt(given.takes.file ?? ''),
      slug: given.text('as'),
      hosts: (slug) => hostsOf(slug, given.texts('host')),
      filesOf: installation.filesOf,
      progress: told(progress),
    })
    await note('tenant.restored', restored.slug)
    const { slug, hosts, manifest } = restored
    const sameKeys = manifest.keyMark === keyMark
    return {
      lines: [
        `${slug} is there as of ${manifest.madeAt}, at ${hosts.join(' and ')}; it is muted (npm run tenants -- unmute ${slug})`,
        ...(sameKeys
          ? []
          : [
              '! It comes from an installation with another APP_SECRET: second factors, secret codes of people and links that were',
              '  mailed open with that one alone.',
            ]),
        ...(manifest.missing.length > 0 ? [`! ${manifest.missing.length} files were not in the archive`] : []),
      ],
      json: {
        slug,
        hosts,
        schema: restored.schema,
        madeAt: manifest.madeAt,
        muted: true,
        sameKeys,
        missing: manifest.missing,
      },
    }
  },
}

export const unmute: Command = {
  name: 'unmute',
  summary: 'Lets a restored region speak: what waits in its outbox goes out, its clocks run, the overseers see it.',
  usage: '<slug>',
  takes: ['slug'],
  options: {},
  async run({ urls, installation, note }, { takes: { slug = '' } }) {
    const wasMuted = await letSpeak({ installation, urls }, slug, () => note('tenant.unmuted', slug))
    return { lines: [wasMuted ? `${slug} may speak` : `${slug} was not muted`], json: { slug, wasMuted } }
  },
}
