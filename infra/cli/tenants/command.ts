import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { ClearError } from '#infra/up/clear-error.ts'
import type { Tools } from './tools.ts'

/** What a command has to tell. */
export interface Told {
  /** For people, one after another. */
  readonly lines: readonly string[]
  /** For programs: one value, printed instead of the lines. */
  readonly json: unknown
  /** True: something is not as it should be, and the exit code says so. */
  readonly failed?: boolean
}

type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>

export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What stands after the name in the usage line. */
  readonly usage: string
  /** Names of what must stand there without a dash, in order; one that ends in `…` may be left out or come often. */
  readonly takes: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  run(tools: Tools, given: Given): Promise<Told>
}

interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  readonly help: string
}

/** What was typed after a command's name. */
export interface Given {
  /** By the names in `takes`; what may come often stands in `rest`. */
  readonly takes: Readonly<Record<string, string>>
  readonly rest: readonly string[]
  text(option: string): string | undefined
  texts(option: string): readonly string[]
  flag(option: string): boolean
  readonly json: boolean
  readonly help: boolean
}

/** A call that cannot be understood; exit code 2. */
export class UsageError extends ClearError {}

const common = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const

/** Reads what was typed. Throws UsageError, naming what is missing, unknown or too much. */
export function readGiven(command: Command, args: readonly string[]): Given {
  const options: ParseArgsOptionsConfig = { ...common }
  for (const [name, { type, multiple }] of Object.entries(command.options))
    options[name] = { type, multiple: multiple ?? false }
  let parsed: { values: Values; positionals: string[] }
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
  const { values, positionals } = parsed
  const help = values.help === true
  const needed = command.takes.filter((name) => !name.endsWith('…'))
  const missing = needed[positionals.length]
  if (!help && missing !== undefined) throw new UsageError(`<${missing}> is missing`)
  const extra = positionals[needed.length]
  if (needed.length === command.takes.length && extra !== undefined) throw new UsageError(`${extra} is too much`)
  const text = (option: string) => {
    const value = values[option]
    return typeof value === 'string' ? value : undefined
  }
  const texts = (option: string) => {
    const value = values[option]
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  }
  return {
    takes: Object.fromEntries(needed.map((name, at) => [name, positionals[at] ?? ''])),
    rest: positionals.slice(needed.length),
    text,
    texts,
    flag: (option) => values[option] === true,
    json: values.json === true,
    help,
  }
}

/** The option's text. Throws UsageError where it was left out. */
export function needed(given: Given, option: string): string {
  const text = given.text(option)
  if (!text) throw new UsageError(`--${option} is missing`)
  return text
}

export function helpOf(command: Command): string {
  const json: Option = { type: 'boolean', help: 'prints one JSON value and nothing else' }
  const options = Object.entries({ ...command.options, json })
  const named = options.map(([name, { type, help }]) => [`--${name}${type === 'string' ? ' <…>' : ''}`, help] as const)
  const width = Math.max(...named.map(([name]) => name.length))
  return [
    `npm run tenants -- ${command.name} ${command.usage}`.trimEnd(),
    '',
    command.summary,
    '',
    ...named.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`),
  ].join('\n')
}

export function helpOfAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'npm run tenants -- <command> [--json] [--help]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Works by the settings of npm run serve, or on the demo in DATA_DIR where there are none. Exit code 0: done; 1: refused, failed,',
    'or not as it should be; 2: not understood. <command> --help tells more.',
  ].join('\n')
}

/** Texts in columns; the first line is the head. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_head, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
