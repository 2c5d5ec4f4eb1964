import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { newId } from '#app/core/ids.ts'
import { describeFileStore } from '#infra/testing/file-store-contract.ts'
import { openDiskFiles } from './disk.server.ts'

let folder: string
const everything = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

const opened = describeFileStore('on a disk', async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bir-tereze-files-'))
  return {
    filesOf: openDiskFiles(folder),
    kept: async () => (await everything()).map(({ name }) => name),
    age: (id, at) => utimes(path.join(folder, 't_almaty/kept', id.slice(-2), id), at, at),
    close: () => rm(folder, { recursive: true }),
  }
})

it('a file on a disk is shown to nobody else on the machine', async () => {
  const id = newId()
  await opened()
    .filesOf('t_almaty')
    .put(id, Readable.from(['x']))
  const [only] = await everything()
  expect((await stat(path.join(only?.parentPath ?? '', id))).mode & 0o777).toBe(0o600)
})

it('what a killed process left half-written on a disk is swept away', async () => {
  const left = path.join(folder, 't_almaty/coming', `${newId()}-${newId()}`)
  await mkdir(path.dirname(left), { recursive: true })
  await writeFile(left, 'half')
  const lastWeek = new Date('2026-11-16T00:00:00Z')
  await utimes(left, lastWeek, lastWeek)
  const almaty = opened().filesOf('t_almaty')
  expect(await almaty.sweep(new Date('2026-11-22T00:00:00Z'), async () => new Set())).toBe(1)
  expect(await everything()).toEqual([])
})
