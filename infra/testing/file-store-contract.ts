import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NotFound } from '#app/core/errors.ts'
import type { FileStore } from '#app/core/files.ts'
import { newId } from '#app/core/ids.ts'

/** A place for files that stands for one test. */
export interface OpenedFiles {
  filesOf(schema: string): FileStore
  /** Keys of everything that is kept there, of all regions. */
  kept(): Promise<string[]>
  /** Makes a kept file of t_almaty as old as `at`. */
  age(id: string, at: Date): Promise<void>
  close(): Promise<void>
}

const lastWeek = new Date('2026-11-16T00:00:00Z')
const yesterday = new Date('2026-11-22T00:00:00Z')

/** What every place for files does alike. `opened` gives what stands now. */
export function describeFileStore(where: string, open: () => Promise<OpenedFiles>): () => OpenedFiles {
  let files: OpenedFiles
  let almaty: FileStore
  beforeEach(async () => {
    files = await open()
    almaty = files.filesOf('t_almaty')
  })
  afterEach(() => files.close())

  describe(`the files of a region ${where}`, () => {
    it('are kept byte for byte, with their length and hash', async () => {
      const content = Buffer.from('Құжат'.repeat(50_000))
      const id = newId()
      expect(await almaty.put(id, Readable.from([content.subarray(0, 7), content.subarray(7)]))).toEqual({
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      })
      expect(await buffer(await almaty.read(id))).toEqual(content)
      expect(await files.kept()).toHaveLength(1)
    })

    it('are not found by another region, nor once they are removed', async () => {
      const id = newId()
      await almaty.put(id, Readable.from(['x']))
      const shymkent = files.filesOf('t_shymkent')
      await expect(shymkent.read(id)).rejects.toBeInstanceOf(NotFound)
      await shymkent.remove(id)
      expect(await shymkent.sweep(new Date('2100-01-01'), async () => new Set())).toBe(0)
      expect(await text(await almaty.read(id))).toBe('x')
      await almaty.remove(id)
      await almaty.remove(id)
      await expect(almaty.read(id)).rejects.toBeInstanceOf(NotFound)
    })

    it.each(['../t_shymkent/kept/00/x', '/etc/passwd', '', 'a'.repeat(36), '..', '%2e%2e/x'])(
      'have no key like %j',
      async (key) => {
        await expect(almaty.read(key)).rejects.toBeInstanceOf(NotFound)
        await expect(almaty.put(key, Readable.from(['x']))).rejects.toBeInstanceOf(NotFound)
        expect(await files.kept()).toEqual([])
      },
    )

    it.each(['control', 't_', 't_almaty/../t_shymkent', ''])('are those of no schema %j', (schema) => {
      expect(() => files.filesOf(schema)).toThrow('No region')
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
      expect(await files.kept()).toEqual([])
    })
  })

  describe(`what comes in ${where}`, () => {
    const chunks = () => Readable.from([Buffer.from('Ақ'), Buffer.from('ша'), Buffer.from('бар')])

    it('is read in parts, and again, and is kept nowhere until somebody says so', async () => {
      const file = await (await almaty.openUpload()).receive(chunks(), 100)
      expect([file.bytes, file.cut]).toEqual([14, false])
      expect(await text(file.read())).toBe('Ақшабар')
      const begun = file.read()[Symbol.asyncIterator]()
      await begun.next()
      await begun.return?.()
      expect(await text(file.read(4, 8))).toBe('ша')
      expect(await text(file.read(8, 8))).toBe('')
      expect(await files.kept()).toEqual([])
      await file.drop()
    })

    it('is cut while it streams when it is too long: measured to its end, kept not at all', async () => {
      const file = await (await almaty.openUpload()).receive(chunks(), 13)
      expect([file.bytes, file.cut]).toEqual([14, true])
      await file.drop()
    })
  })

  describe(`the sweep ${where}`, () => {
    it('removes what is old and unknown', async () => {
      const [known, unknown, young] = [newId(), newId(), newId()]
      for (const id of [known, unknown, young]) await almaty.put(id, Readable.from([id]))
      for (const id of [known, unknown]) await files.age(id, lastWeek)
      const asked: string[][] = []
      const removed = await almaty.sweep(yesterday, async (ids) => {
        asked.push([...ids])
        return new Set([known])
      })
      expect(removed).toBe(1)
      expect(asked.flat().toSorted()).toEqual([known, unknown].toSorted())
      expect((await files.kept()).toSorted()).toEqual([known, young].toSorted())
    })

    it('finds nothing where nobody ever brought a file', async () => {
      expect(await almaty.sweep(yesterday, async () => new Set())).toBe(0)
    })
  })

  return () => files
}
