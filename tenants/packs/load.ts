import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { calendarSchema, packOverlaySchema, packSchema, regionsSchema, routingTextSchema, type Pack } from './schema.ts'

/** Where packs lie; the command line and the worker run from the top of the house. */
const packs = path.resolve('tenants/packs')

const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(path.join(packs, file), 'utf8'))

/** A pack with everything it extends filled in. Throws ZodError where it is malformed, ENOENT where there is none. */
export async function loadPack(name: string): Promise<Pack> {
  const base = packSchema.parse(await readJson('base/pack.json'))
  if (name === 'base') return base
  const { extends: _base, ...own } = packOverlaySchema.parse(await readJson(`${name}/pack.json`))
  return packSchema.parse({ ...base, ...own })
}

/** Texts that every region's classifier begins with, one a line. Throws ZodError where one is malformed. */
export async function loadRoutingTexts() {
  const lines = await readFile(path.join(packs, 'base/routing-texts.jsonl'), 'utf8')
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => routingTextSchema.parse(JSON.parse(line)))
}

/** Non-working days and worked weekends by decree, all published years. */
export async function loadCalendar() {
  return calendarSchema.parse(await readJson('base/calendar.json'))
}

/** The country's regions as the state classifier knows them, whether they are connected or not. */
export async function loadRegions() {
  return regionsSchema.parse(await readJson('regions.json'))
}

/** One of them; undefined for a slug that is none. */
export async function loadRegion(slug: string) {
  return (await loadRegions()).find((region) => region.slug === slug)
}

export type Region = Awaited<ReturnType<typeof loadRegions>>[number]
