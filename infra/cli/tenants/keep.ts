// Commands that look, and bring regions to the newest step.
import { loginsOf } from '#db/fences.ts'
import { findBehind, findMisfits } from '#db/fleet.ts'
import { asOwner, migratePlatform } from '#db/migrate.ts'
import { ClearError } from '#infra/up/clear-error.ts'
import { migrateFleet, troubleOf } from '#tenants/fleet.ts'
import { columns, type Command } from './command.ts'
import type { Tools } from './tools.ts'

export const list: Command = {
  name: 'list',
  summary: 'Regions with their state and hosts.',
  usage: '',
  takes: [],
  options: {},
  async run({ installation, urls }) {
    const tenants = await installation.registry.all()
    const behind = new Set((await asOwner(urls.owner, (client) => findBehind(client))).map(({ slug }) => slug))
    const json = tenants.map(({ slug, name, status, muted = false, hosts, schema }) => ({
      slug,
      name,
      status,
      muted,
      behind: behind.has(slug),
      hosts,
      schema,
    }))
    const state = (one: (typeof json)[number]) =>
      [one.status, one.muted && 'muted', one.behind && 'behind'].filter(Boolean).join(', ')
    const rows = json.map((one) => [one.slug, state(one), one.hosts.join(' '), one.name.en])
    return { lines: columns([['slug', 'state', 'hosts', 'name'], ...rows]), json }
  },
}

export const migrate: Command = {
  name: 'migrate',
  summary: 'Brings the platform and then all regions, or those named, to the newest step.',
  usage: '[<slug> …] [--at-once <n>] [--keep-going]',
  takes: ['slug…'],
  options: {
    'at-once': { type: 'string', help: 'how many regions at a time, 4 unless told' },
    'keep-going': { type: 'boolean', help: 'goes on with the others past one that fails' },
  },
  async run({ urls, installation, progress }, given) {
    await requireKnown({ installation }, given.rest)
    await migratePlatform(urls.owner, loginsOf(urls))
    const outcome = await migrateFleet({
      urls,
      only: given.rest.length > 0 ? given.rest : undefined,
      atOnce: atOnceOf(given.text('at-once')),
      keepGoing: given.flag('keep-going'),
      progress: ({ regions, of }) => progress(`${regions} of ${of} regions`),
    })
    const trouble = troubleOf(outcome)
    const count = outcome.done.length
    const lines = trouble.length > 0 ? trouble : [count === 0 ? 'nothing to do' : `done: ${count}`]
    return { lines, json: outcome, failed: trouble.length > 0 }
  },
}

function atOnceOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= 32) return count
  throw new ClearError(`--at-once must be a number from 1 to 32, not ${text}`)
}

async function requireKnown({ installation }: Pick<Tools, 'installation'>, slugs: readonly string[]): Promise<void> {
  const known = new Set((await installation.registry.all()).map(({ slug }) => slug))
  const unknown = slugs.filter((slug) => !known.has(slug))
  if (unknown.length > 0) throw new ClearError(`No region is called ${unknown.join(', ')}`)
}

const said = {
  noSchema: 'stands in the directory and has no schema',
  noDirectoryLine: 'is a schema of no region in the directory',
  noHost: 'has no host',
  unknownStep: 'was migrated by a newer version',
} as const

export const check: Command = {
  name: 'check',
  summary: 'Whether every region is at the newest step, and directory and schemas belong together.',
  usage: '',
  takes: [],
  options: {},
  async run({ urls }) {
    const [behind, misfits] = await asOwner(urls.owner, async (client) => [
      (await findBehind(client)).map(({ slug }) => slug),
      await findMisfits(client),
    ])
    const lines = [
      ...behind.map((slug) => `${slug} is behind: npm run tenants -- migrate`),
      ...misfits.map(({ region, what }) => `${region} ${said[what]}`),
    ]
    const failed = lines.length > 0
    return { lines: failed ? lines : ['all is well'], json: { behind, misfits }, failed }
  },
}
