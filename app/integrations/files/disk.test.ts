import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NotFound } from '#app/core/errors.ts'
import type { FileStore } from '#app/core/files.ts'
import { newId } from '#app/core/ids.ts'
import { openDiskFiles } from './disk.server.ts'

let folder: string
let almaty: FileStore
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bir-tereze-files-'))
  almaty = openDiskFiles(folder)('t_almaty')
})
afterEach(() => rm(folder, { recursive: true }))

const everything = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

describe('the files of a region', () => {
  it('are kept byte for byte, with their length and hash, and shown to nobody else on the machine', async () => {
    const content = Buffer.from('Құжат'.repeat(50_000))
    const id = newId()
    expect(await almaty.put(id, Readable.from([content.subarray(0, 7), content.subarray(7)]))).toEqual({
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    expect(await buffer(await almaty.read(id))).toEqual(content)
    const [only] = await everything()
    const place = path.join(only?.parentPath ?? '', id)
    expect((await stat(place)).mode & 0o777).toBe(0o600)
  })

  it('are not found by another region, nor once they are removed', async () => {
    const id = newId()
    await almaty.put(id, Readable.from(['x']))
    await expect(openDiskFiles(folder)('t_shymkent').read(id)).rejects.toBeInstanceOf(NotFound)
    expect(await text(await almaty.read(id))).toBe('x')
    await almaty.remove(id)
    await almaty.remove(id)
    await expect(almaty.read(id)).rejects.toBeInstanceOf(NotFound)
  })

  it.each(['../t_shymkent/kept/00/x', '/etc/passwd', '', 'a'.repeat(36), '..'])('have no key like %j', async (key) => {
    await expect(almaty.read(key)).rejects.toBeInstanceOf(NotFound)
    await expect(almaty.put(key, Readable.from(['x']))).rejects.toBeInstanceOf(NotFound)
    expect(await everything()).toEqual([])
  })

  it.each(['control', 't_', 't_almaty/../t_shymkent', ''])('are those of no schema %j', (schema) => {
    expect(() => openDiskFiles(folder)(schema)).toThrow('No region')
  })

  it('leave nothing when they break off half-way', async () => {
    const broken = Readable.from(
      (function* () {
        yield 'the first half'
        throw new Error('cut off')
      })(),
    )
    const id = newId()
    await expect(almaty.put(id, broken)).rejects.toThrow('cut off')
    await expect(almaty.read(id)).rejects.toBeInstanceOf(NotFound)
    expect(await everything()).toEqual([])
  })
})

describe('the sweep', () => {
  const lastWeek = new Date('2026-11-16T00:00:00Z')
  const yesterday = new Date('2026-11-22T00:00:00Z')

  it('removes what is old and unknown, and what a killed process left half-written', async () => {
    const [known, unknown, young] = [newId(), newId(), newId()]
    for (const id of [known, unknown, young]) await almaty.put(id, Readable.from([id]))
    for (const id of [known, unknown]) {
      await utimes(path.join(folder, 't_almaty/kept', id.slice(-2), id), lastWeek, lastWeek)
    }
    const left = path.join(folder, 't_almaty/coming', `${newId()}-${newId()}`)
    await mkdir(path.dirname(left), { recursive: true })
    await writeFile(left, 'half')
    await utimes(left, lastWeek, lastWeek)

    const asked: string[][] = []
    const removed = await almaty.sweep(yesterday, async (ids) => {
      asked.push([...ids])
      return new Set([known])
    })
    expect(removed).toBe(2)
    expect(asked.flat().toSorted()).toEqual([known, unknown].toSorted())
    expect((await everything()).map(({ name }) => name).toSorted()).toEqual([known, young].toSorted())
  })

  it('finds nothing where nobody ever brought a file', async () => {
    expect(await almaty.sweep(yesterday, async () => new Set())).toBe(0)
  })
})
