import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import NodeClam from 'clamscan'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eicar, startClamd, type TestClamd } from '#infra/testing/clamd.ts'
import { openClamd, ScannerAway } from './clamd.server.ts'

let clamd: TestClamd
beforeEach(async () => {
  clamd = await startClamd({ most: 300_000 })
})
afterEach(() => clamd.close())

const asked = (content: Buffer, most = 1_000_000) =>
  openClamd(clamd.url, { most, patience: 2000 })(Readable.from([content.subarray(0, 10), content.subarray(10)]))

describe('a file that clamd is asked about', () => {
  it('is clean, or has a virus with a name, wherever in the file it is', async () => {
    expect(await asked(Buffer.alloc(200_000, 'Ә'))).toEqual({ kind: 'clean' })
    const infected = Buffer.concat([Buffer.alloc(150_000, ' '), eicar])
    expect(await asked(infected)).toEqual({ kind: 'infected', threat: 'Eicar-Signature' })
    expect(clamd.scanned()).toBe(2)
  })

  it('is not sent past the length that clamd takes, and clamd’s own refusal is understood', async () => {
    expect(await asked(Buffer.alloc(100_000), 99_999)).toEqual({ kind: 'tooLarge' })
    expect(await asked(Buffer.alloc(310_000))).toEqual({ kind: 'tooLarge' })
    expect(clamd.scanned()).toBe(0)
  })

  it.each(['hangs up', 'breaks off', 'is silent'] as const)('stays unknown while clamd %s', async (mood) => {
    clamd.mood = mood
    const scan = openClamd(clamd.url, { most: 1_000_000, patience: 200 })
    await expect(scan(Readable.from([Buffer.alloc(200_000)]))).rejects.toBeInstanceOf(ScannerAway)
  })

  it('stays unknown while nobody listens there', async () => {
    const { url } = clamd
    await clamd.close()
    const scan = openClamd(url, { most: 1_000_000 })
    await expect(scan(Readable.from(['x']))).rejects.toBeInstanceOf(ScannerAway)
    clamd = await startClamd()
  })

  it('goes by a unix socket too', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'bir-tereze-clamd-'))
    const local = await startClamd({ path: path.join(folder, 'clamd.sock') })
    const scan = openClamd(local.url, { most: 1000 })
    expect(await scan(Readable.from([eicar]))).toEqual({ kind: 'infected', threat: 'Eicar-Signature' })
    await local.close()
    await rm(folder, { recursive: true })
  })
})

describe('the clamd of the tests', () => {
  it('is one to a client that others wrote', async () => {
    const scanner = await new NodeClam().init({
      clamdscan: { host: '127.0.0.1', port: clamd.port, localFallback: false },
    })
    expect(await scanner.getVersion()).toMatch(/^ClamAV /)
    expect(await scanner.scanStream(Readable.from([Buffer.from('Жарық жоқ')]))).toMatchObject({ isInfected: false })
    expect(await scanner.scanStream(Readable.from([eicar]))).toMatchObject({
      isInfected: true,
      viruses: ['Eicar-Signature'],
    })
  })
})
