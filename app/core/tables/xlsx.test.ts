import { once } from 'node:events'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { ZipFile } from 'yazl'
import { dayOfSerial } from './serial-day.ts'
import { readXlsx } from './xlsx-reader.server.ts'
import { xlsxOf } from './xlsx-writer.server.ts'

const anywhere = (content: Buffer) => ({
  bytes: content.length,
  read: (start = 0, end = content.length) => Readable.from([content.subarray(start, end)]),
})

async function read(content: Buffer): Promise<string[][]> {
  const rows: string[][] = []
  for await (const row of readXlsx(anywhere(content))) rows.push(row)
  return rows
}

async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  return buffer(zip.outputStream as Readable)
}

const head = ['Нөмірі', 'Мәтіні', 'Күндер']
const rows = [
  ['75-26-000001', 'Жарық <жоқ> & "су" да жоқ\nекінші жол', 15],
  ['=1+1', ' бос орын ', null],
]

describe('a table as XLSX', () => {
  it('is read by a library that we did not write', async () => {
    const content = await buffer(xlsxOf({ name: 'Тізілім: 1/2', head, rows }))
    const [sheet] = await readXlsxFile(content)
    expect(sheet?.sheet).toBe('Тізілім  1 2')
    expect(sheet?.data).toEqual([head, rows[0], ['=1+1', 'бос орын', null]])
  })

  it('is read by us as it was written', async () => {
    expect(await read(await buffer(xlsxOf({ name: 'x', head, rows })))).toEqual([
      head,
      ['75-26-000001', rows[0]?.[1], '15'],
      ['=1+1', ' бос орын '],
    ])
  })

  it('of somebody else is read by us: shared words, days as numbers, empty cells and lines between', async () => {
    const content = await writeXlsxFile([
      [{ value: 'номер' }, null, { value: 'день' }],
      [],
      [{ value: 'номер' }, null, { value: new Date('2026-11-23T00:00:00Z'), type: Date, format: 'dd.mm.yyyy' }],
    ]).toBuffer()
    const found = await read(content)
    expect(found[0]).toEqual(['номер', '', 'день'])
    expect(found.at(-1)?.[0]).toBe('номер')
    expect(dayOfSerial(found.at(-1)?.[2] ?? '')).toBe('2026-11-23')
  })

  it('is written no faster than it is taken: memory does not grow with the table', async () => {
    const made = { rows: 0 }
    const long = async function* () {
      for (; made.rows < 1_000_000; made.rows += 1) yield [made.rows, `Жолданым ${made.rows}: ${'мәтін '.repeat(20)}`]
    }
    const output = xlsxOf({ name: 'x', head: ['№', 'Мәтіні'], rows: long() })
    await once(output, 'readable')
    // Nobody takes anything: the writer comes to rest when the few kilobytes between the two are full.
    for (let before = -1; made.rows === 0 || before !== made.rows; ) {
      before = made.rows
      for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
    }
    expect(made.rows).toBeLessThan(20_000)
    output.destroy()
  })

  it('ends with the failure of what it is made of', async () => {
    const failing = async function* () {
      yield ['a']
      throw new Error('the database went away')
    }
    await expect(buffer(xlsxOf({ name: 'x', head: ['№'], rows: failing() }))).rejects.toThrow('the database went away')
  })

  it('that is none, or is built to unfold without end, is refused', async () => {
    const unreadable = { name: 'UnreadableTable' }
    await expect(read(Buffer.from('номер;текст'))).rejects.toMatchObject(unreadable)
    await expect(read(await zipOf({ 'letter.txt': 'x' }))).rejects.toMatchObject(unreadable)
    const sheet = 'xl/worksheets/sheet1.xml'
    await expect(read(await zipOf({ [sheet]: '<worksheet><row' }))).rejects.toMatchObject(unreadable)
    const heap = `<worksheet><row><c t="inlineStr"><is><t>${'A'.repeat(40_000)}</t></is></c></row></worksheet>`
    await expect(read(await zipOf({ [sheet]: heap }))).rejects.toMatchObject(unreadable)
    const shared = { 'xl/sharedStrings.xml': `<sst><si><t>${'A'.repeat(40_000)}</t></si></sst>` }
    await expect(read(await zipOf({ [sheet]: '<worksheet/>', ...shared }))).rejects.toMatchObject(unreadable)
    await expect(read(await zipOf({ [sheet]: '<worksheet><row r="9999999999"/></worksheet>' }))).rejects.toMatchObject(
      unreadable,
    )
    const laughs = '<!DOCTYPE x [<!ENTITY a "haha">]><worksheet><row><c><v>&a;</v></c></row></worksheet>'
    await expect(read(await zipOf({ [sheet]: laughs }))).rejects.toMatchObject(unreadable)
  })
})
