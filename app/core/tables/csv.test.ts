import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf, readCsv } from './csv.ts'
import { UnreadableTable, type Row } from './table.ts'

async function written(rows: readonly Row[]): Promise<string> {
  let text = ''
  for await (const piece of csvOf(rows)) text += piece
  return text
}

async function read(text: string | Uint8Array, cut = 7): Promise<string[][]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const rows: string[][] = []
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut)
  }
  for await (const row of readCsv(pieces())) rows.push(row)
  return rows
}

describe('a table as CSV', () => {
  it('opens in a spreadsheet: byte order mark, semicolons, CRLF', async () => {
    expect(
      await written([
        ['Нөмірі', 'Күні', 3],
        ['a;b', 'он "екі"', null],
      ]),
    ).toBe('\ufeffНөмірі;Күні;3\r\n"a;b";"он ""екі""";\r\n')
  })

  it('is no formula, whatever somebody wrote into an appeal', async () => {
    const danger = ['=cmd|x!A1', '+77010000000', '-1+2', '@SUM(A1)', '\t=1']
    for (const cell of (await written([danger])).slice(1).trimEnd().split(';')) expect(cell).toMatch(/^"?'/)
    expect(await read(await written([danger]))).toEqual([danger])
  })

  it('has no formula behind a comma or a tab either', async () => {
    const text = await written([['Добрый день,=cmd', 'x\t=1']])
    expect(text).toBe('\ufeff"Добрый день,=cmd";"x\t=1"\r\n')
  })

  it('of somebody who quotes nothing keeps its inches: a mark within a cell opens nothing', async () => {
    const rows = await read('no;text\n1;труба 5" лопнула\n2;вода\n3;экран 32" разбит\n')
    expect(rows).toEqual([
      ['no', 'text'],
      ['1', 'труба 5" лопнула'],
      ['2', 'вода'],
      ['3', 'экран 32" разбит'],
    ])
  })

  it('with a zero byte is none', async () => {
    await expect(read('no;text\n1;a\0b\n')).rejects.toBeInstanceOf(UnreadableTable)
  })

  it('is read as it was written, wherever the bytes are cut', async () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\0\ufeff]|^'/g, '').toWellFormed())
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, cut) => {
        // The first row says what separates: semicolons must be what it has most of.
        const all = [['Нөмірі', 'Күні', 'Мәтіні'], ...rows]
        expect(await read(await written(all), cut)).toEqual(all)
      }),
    )
  })

  it('is taken with commas and tabs too, and with a line break within a cell', async () => {
    expect(await read('номер,текст\n1,"две\nстроки, запятая"\n')).toEqual([
      ['номер', 'текст'],
      ['1', 'две\nстроки, запятая'],
    ])
    expect(await read('номер\tтекст\r\n1\tа')).toEqual([
      ['номер', 'текст'],
      ['1', 'а'],
    ])
  })

  it('is refused in another encoding, and where a quotation mark is never closed', async () => {
    const windows1251 = new Uint8Array([0xcd, 0xee, 0xec, 0xe5, 0xf0, 0x0a])
    await expect(read(windows1251)).rejects.toMatchObject({ name: 'UnreadableTable' })
    await expect(read('номер;текст\n1;"без конца')).rejects.toMatchObject({ name: 'UnreadableTable' })
  })
})
