import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** The names of the packs that a region may be made from, `base` first. */
export async function packNames(): Promise<string[]> {
  const entries = await readdir(path.resolve('tenants/packs'), { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return ['base', ...names.filter((name) => name !== 'base').toSorted()]
}
