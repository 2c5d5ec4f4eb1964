// npm run tenants -- list|create|migrate|check|archive|restore|unmute|reseal: the regions of an installation, for its operator.
import { ClearError } from '#infra/up/clear-error.ts'
import { ArchiveRefused } from '#tenants/archives/manifest.ts'
import { helpOf, helpOfAll, readGiven, UsageError, type Command } from './tenants/command.ts'
import { check, list, migrate } from './tenants/keep.ts'
import { archive, create, restore, unmute } from './tenants/move.ts'
import { reseal } from './tenants/reseal.ts'
import { openTools } from './tenants/tools.ts'

const commands: readonly Command[] = [list, create, migrate, check, archive, restore, unmute, reseal]

const print = (line: string) => process.stdout.write(`${line}\n`)

async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(helpOfAll(commands))
    return name === undefined ? 2 : 0
  }
  const command = commands.find((one) => one.name === name)
  if (!command)
    throw new UsageError(`There is no command ${name}; there are: ${commands.map((one) => one.name).join(', ')}`)
  const given = readGiven(command, rest)
  if (given.help) {
    print(helpOf(command))
    return 0
  }
  const tools = openTools(process.env, process.stderr)
  const { lines, json, failed = false } = await command.run(tools, given).finally(tools.close)
  if (given.json) print(JSON.stringify(json, null, 2))
  else for (const line of lines) print(line)
  return failed ? 1 : 0
}

/** Mistakes of who typed or of what was given are one line; of anything else the whole is of use. */
function explain(error: unknown): string {
  const expected = error instanceof ClearError || error instanceof ArchiveRefused || error instanceof RangeError
  if (expected || (error as NodeJS.ErrnoException).syscall) return `✗ ${(error as Error).message}`
  return error instanceof Error ? `✗ ${error.stack ?? error.message}` : String(error)
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  return error instanceof UsageError ? 2 : 1
})
