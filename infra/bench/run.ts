// npm run bench: how fast the product is on this machine, in a throwaway house of its own, which is gone afterwards.
// --only=million measures a region with a million appeals, which takes minutes to fill, and nothing else.
// --only=provision: a region of a pack beside its bare statements; --only=fleet: a thousand regions made, brought on and checked,
// which takes minutes too (--regions=100 for fewer).
// --only=worklist,home leaves scenarios out; --seconds=5 is how long each is measured; --json prints JSON alone.
import { parseArgs } from 'node:util'
import { ClearError } from '#infra/up/clear-error.ts'
import { stopOnSignals } from '#infra/up/stop-on-signals.ts'
import { startBare } from './bare.ts'
import { openHouse, type BenchHouse, type BenchRegion } from './house.ts'
import { measure, type Memory } from './load.ts'
import { measureMillion, millionReport } from './million.ts'
import { measureFleet, fleetReport } from './fleet.ts'
import { measureProvision, provisionReport } from './provision.ts'
import { firstPages, scenarios } from './product.ts'
import { ratiosOf, report, type Line, type Report } from './report.ts'
import { openStatementCount } from './statements.ts'
import { formType, openVisitor } from './visitor.ts'
import { weighPage } from './weigh.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seconds: { type: 'string', default: '5' },
    regions: { type: 'string', default: '1000' },
    json: { type: 'boolean' },
  },
})
const seconds = Number(values.seconds)
const chosen = values.only?.split(',') ?? Object.keys(scenarios)
const say = (line: string) => void process.stderr.write(`… ${line}\n`)
const { signal } = stopOnSignals(() => say('stopping'))

async function measureRegion(house: BenchHouse, region: BenchRegion, name: string): Promise<Line> {
  const shots = await scenarios[name]?.(region)
  if (!shots) throw new ClearError(`There is no scenario ${name}; there are: ${Object.keys(scenarios).join(', ')}`)
  signal.throwIfAborted()
  say(`${name}, ${region.appeals} appeals`)
  const measured = await measure({ port: house.port, host: region.host, shots, seconds })
  return { name, appeals: region.appeals, requests: shots.length, ...measured }
}

/** Statements of one run through each scenario, when nobody else asks. */
async function countStatements(house: BenchHouse, lines: Line[]): Promise<void> {
  const counter = await openStatementCount(house.superuser, house.dataDir)
  const { host } = house.big
  for (const line of lines.filter(({ appeals }) => appeals === house.big.appeals)) {
    const shots = (await scenarios[line.name]?.(house.big)) ?? []
    const sender = openVisitor(house.port, host)
    // The first run after a pause reads what is remembered for seconds: directory and wording.
    const run = async (turn: number) => {
      const memory: Memory = {}
      for (const shot of shots) await sender.fire(shot, turn, memory)
    }
    await run(-1)
    line.statements = await counter.count(() => run(-2))
  }
  await counter.close()
}

async function bench(): Promise<Report> {
  const bare = await startBare()
  const house = await openHouse(say).catch(async (error: unknown) => {
    await bare.stop()
    throw error
  })
  try {
    const lines: Line[] = []
    for (const name of chosen) {
      lines.push(await measureRegion(house, house.big, name))
      if (name === 'worklist') lines.push(await measureRegion(house, house.small, name))
    }
    say('bare Remix')
    const bareLoad = { port: bare.port, host: 'bare.localhost', seconds }
    const rows = await measure({ ...bareLoad, shots: [{ path: '/rows' }] })
    const form = {
      path: '/nothing',
      headers: () => ({ 'Content-Type': formType }),
      body: (turn: number) => `turn=${turn}`,
    }
    const nothing = await measure({ ...bareLoad, shots: [form] })
    lines.push({ name: 'bare page, 50 rows', requests: 1, ...rows }, { name: 'bare action', requests: 1, ...nothing })
    const memory = house.memory()
    await countStatements(house, lines)
    const visitor = openVisitor(house.port, house.big.host)
    const bytes: Record<string, number> = {}
    for (const path of firstPages) bytes[path] = await weighPage(visitor, path)
    return { lines, bytes, secondStart: house.secondStart, memory }
  } finally {
    await bare.stop()
    await house.stop()
  }
}

const tell = <Found>(found: Found, told: (found: Found) => string) =>
  process.stdout.write(values.json ? `${JSON.stringify(found, null, 2)}\n` : told(found))

/** Measured alone, each in a house of its own kind. */
const alone: Readonly<Record<string, () => Promise<unknown>>> = {
  million: async () => tell(await measureMillion(say), millionReport),
  provision: async () => tell(await measureProvision(say), provisionReport),
  fleet: async () => {
    const regions = Number(values.regions)
    if (!Number.isInteger(regions) || regions < 2)
      throw new ClearError(`--regions must be 2 or more, not ${values.regions}`)
    tell(await measureFleet(say, [...[10, 100].filter((size) => size < regions), regions], signal), fleetReport)
  },
}

async function benchUsual(): Promise<void> {
  const found = await bench()
  process.stdout.write(
    values.json ? `${JSON.stringify({ ...found, ratios: ratiosOf(found) }, null, 2)}\n` : report(found),
  )
}

try {
  await (alone[values.only ?? ''] ?? benchUsual)()
} catch (error) {
  if (!signal.aborted) console.error(error instanceof ClearError ? `✗ ${error.message}` : error)
  process.exitCode = 1
}
process.exit()
