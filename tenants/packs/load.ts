import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { isPackText, readPackText } from './pack-text.ts'
import { formatProblem } from './parse.ts'
import { PackError, problemsOf } from './problems.ts'
import { calendarSchema, packOverlaySchema, packSchema, regionsSchema, routingTextSchema, type Pack } from './schema.ts'

/** Where packs lie; the command line and the worker run from the top of the house. */
const packs = path.resolve('tenants/packs')

const fileOf = (name: string) => `tenants/packs/${name}`

async function readText(name: string): Promise<string> {
  try {
    return await readFile(path.join(packs, name), 'utf8')
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'unknown'
    throw new PackError([{ source: fileOf(name), path: '', message: `it cannot be read (${code})` }])
  }
}

async function readJson(name: string): Promise<unknown> {
  const read = readPackText(await readText(name), fileOf(name))
  if (!isPackText(read)) throw new PackError([read])
  return read.value
}

async function readPack(name: string): Promise<unknown> {
  const value = await readJson(`${name}/pack.json`)
  const foreign = formatProblem(value, fileOf(`${name}/pack.json`))
  if (foreign) throw new PackError([foreign])
  return value
}

/** `value` by `schema`; throws PackError that names the file by the first step of the path. */
function checked<S extends z.ZodType>(schema: S, value: unknown, sourceOf: (key: string) => string): z.output<S> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new PackError(problemsOf(parsed.error, sourceOf))
  return parsed.data
}

/** A pack with everything it extends filled in. Throws PackError that names each file and the path in it. */
export async function loadPack(name: string): Promise<Pack> {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new PackError([{ source: JSON.stringify(name), path: '', message: 'an invalid name of a pack' }])
  const baseFile = fileOf('base/pack.json')
  const base = checked(packSchema, await readPack('base'), () => baseFile)
  if (name === 'base') return base
  const ownFile = fileOf(`${name}/pack.json`)
  const { extends: _base, ...own } = checked(packOverlaySchema, await readPack(name), () => ownFile)
  const whole = { ...base, ...own, baseVersion: base.version }
  // What the base holds may fail only together with what this pack put in the place of something else.
  return checked(packSchema, whole, (key) => (Object.hasOwn(own, key) ? ownFile : `${baseFile} (under ${ownFile})`))
}

/** The names of the packs that came with the product. */
export async function listPackNames(): Promise<string[]> {
  const entries = await readdir(packs, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}

/** Reads everything that came with the product. Throws one PackError with all that is wrong in any of it. */
export async function checkPacks(): Promise<void> {
  const names = await listPackNames()
  const asked = [...names.map(loadPack), loadRoutingTexts(), loadCalendar(), loadRegions()]
  const answers = await Promise.allSettled(asked)
  const failed = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []))
  const stranger = failed.find((error) => !(error instanceof PackError))
  if (stranger) throw stranger
  const problems = failed.flatMap((error) => (error as PackError).problems)
  // A pack of its own fails with what it extends: each thing is told once.
  const told = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  if (told.size > 0) throw new PackError([...told.values()])
}

/** Texts that every region's classifier begins with, one a line. Throws PackError that names the line. */
export async function loadRoutingTexts() {
  const name = 'base/routing-texts.jsonl'
  const lines = (await readText(name)).split('\n')
  return lines.flatMap((line, at) => {
    if (line === '') return []
    const source = `${fileOf(name)}:${at + 1}`
    const read = readPackText(line, source)
    if (!isPackText(read)) throw new PackError([read])
    return checked(routingTextSchema, read.value, () => source)
  })
}

/** Non-working days and worked weekends by decree, all published years. */
export async function loadCalendar() {
  return checked(calendarSchema, await readJson('base/calendar.json'), () => fileOf('base/calendar.json'))
}

/** The country's regions as the state classifier knows them, whether they are connected or not. */
export async function loadRegions() {
  return checked(regionsSchema, await readJson('regions.json'), () => fileOf('regions.json'))
}

/** One of them; undefined for a slug that is none. */
export async function loadRegion(slug: string) {
  return (await loadRegions()).find((region) => region.slug === slug)
}
