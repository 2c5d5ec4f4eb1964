import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawnEmblem } from './emblems.server.ts'

let folder: string
let server: Server
let asked = 0

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'emblem-'))
  await writeFile(path.join(folder, 'secret.png'), await colourOf('#ff0000'))
  await writeFile(path.join(folder, 'secret.txt'), 'a secret of the server')
  server = createServer((_request, response) => {
    asked += 1
    response.end()
  }).listen(0)
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

const colourOf = (background: string) =>
  sharp({ create: { width: 64, height: 64, channels: 3, background } })
    .png()
    .toBuffer()
const svg = (inside: string, head = '') =>
  Buffer.from(
    `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="64">` +
      `<rect width="64" height="64" fill="#0000ff"/>${inside}</svg>`,
  )
const drawn = (content: Buffer) => drawnEmblem('svg', async () => content)

/** Whether anything is drawn that is not the blue ground. */
async function isPlainBlue(png: Buffer): Promise<boolean> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  for (let at = 0; at < data.length; at += info.channels) {
    if ((data[at] ?? 0) > 8 || (data[at + 1] ?? 0) > 8) return false
  }
  return true
}

describe('a drawing that means harm', () => {
  it.each([
    ['a script', () => '<script>fetch("/")</script>'],
    ['an event handler', () => '<rect width="1" height="1" fill="#0000ff" onload="alert(1)"/>'],
    [
      'HTML in a foreign object',
      () =>
        '<foreignObject width="64" height="64"><body xmlns="http://www.w3.org/1999/xhtml"><h1>HTML</h1></body></foreignObject>',
    ],
    ['a file of the server', () => `<image href="file://${folder}/secret.png" width="64" height="64"/>`],
    ['a file by its path', () => `<image xlink:href="${folder}/secret.png" width="64" height="64"/>`],
    [
      'a picture elsewhere',
      () => `<image href="http://localhost:${(server.address() as AddressInfo).port}/x.png" width="64" height="64"/>`,
    ],
    [
      'a style elsewhere',
      () => `<style>@import url("http://localhost:${(server.address() as AddressInfo).port}/x.css");</style>`,
    ],
    [
      'a part of another drawing',
      () => `<use href="http://localhost:${(server.address() as AddressInfo).port}/x.svg#a"/>`,
    ],
    [
      'another document',
      () => `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://${folder}/secret.txt" parse="text"/>`,
    ],
  ])('with %s is drawn without it', async (_what, inside) => {
    const before = asked
    const { png } = await drawn(svg(inside()))
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect(await isPlainBlue(png)).toBe(true)
    expect(asked).toBe(before)
  })

  it('with entities, which show files and multiply, is refused', async () => {
    const outside = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file://${folder}/secret.txt">]>`
    const bomb = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(12)}">`).join('')
    for (const content of [
      svg('<text y="40" fill="#fff">&x;</text>', outside),
      svg('<text>&e12;</text>', `<!DOCTYPE svg [<!ENTITY e0 "ha">${bomb}]>`),
    ])
      await expect(drawn(content)).rejects.toMatchObject({ name: 'UnreadablePhoto' })
  })

  it.each([
    ['uses', (n: number) => `<g id="g${n + 1}">${`<use href="#g${n}"/>`.repeat(10)}</g>`],
    ['uses of old', (n: number) => `<g id="g${n + 1}">${`<use xlink:href="#g${n}"/>`.repeat(10)}</g>`],
    [
      'patterns',
      (n: number) =>
        `<pattern id="g${n + 1}" width="9" height="9">${`<rect width="9" height="9" fill="url(#g${n})"/>`.repeat(10)}</pattern>`,
    ],
    [
      'masks in styles',
      (n: number) =>
        `<mask id="g${n + 1}">${`<rect width="9" height="9" style="mask: url('#g${n}')"/>`.repeat(10)}</mask>`,
    ],
  ])('that repeats itself a billion times by %s is not begun', async (_what, level) => {
    const levels = Array.from({ length: 9 }, (_, n) => level(n)).join('')
    const began = performance.now()
    const defs = `<defs><g id="g0"><rect width="9" height="9"/></g>${levels}</defs>`
    await expect(drawn(svg(`${defs}<rect width="64" height="64" fill="url(#g9)"/><use href="#g9"/>`))).rejects.toThrow(
      'no end',
    )
    expect(performance.now() - began).toBeLessThan(1000)
  })

  it.each([
    ['nested without end', svg(`${'<g id="x">'.repeat(60_000)}${'</g>'.repeat(60_000)}`)],
    [
      'refers on without end',
      svg(Array.from({ length: 9000 }, (_, n) => `<g id="c${n}"><use href="#c${n + 1}"/></g>`).join('')),
    ],
    ['written in an odd encoding', svg('', '<?xml version="1.0" encoding="UTF-7"?>')],
  ])('that is %s is refused at once', async (_what, content) => {
    const began = performance.now()
    await expect(drawn(content)).rejects.toMatchObject({ name: 'UnreadablePhoto' })
    expect(performance.now() - began).toBeLessThan(3000)
  })

  it('that goes in a circle is refused', async () => {
    const circle = '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'
    await expect(drawn(svg(circle))).rejects.toThrow('no end')
  })

  it('that claims to be a wall is not even begun', async () => {
    const wall = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>')
    await expect(drawn(wall)).rejects.toMatchObject({ name: 'UnreadablePhoto' })
  })

  it('that calls itself another kind is refused', async () => {
    await expect(drawnEmblem('png', async () => svg(''))).rejects.toMatchObject({ name: 'UnreadablePhoto' })
    await expect(drawnEmblem('svg', () => colourOf('#00ff00'))).rejects.toMatchObject({ name: 'UnreadablePhoto' })
  })
})

it('a drawing of many strokes and gradients is drawn', async () => {
  const strokes = Array.from({ length: 3000 }, (_, n) => `<path class="a" d="M${n % 64} 0v64" stroke="url(#w)"/>`).join(
    '',
  )
  const gradient =
    '<linearGradient id="w"><stop offset="0" stop-color="#00f"/><stop offset="1" stop-color="#00f"/></linearGradient>'
  const style = '<style>.a{fill:none}.b{fill:url(#w)}</style>'
  expect(await isPlainBlue((await drawn(svg(`${style}<defs>${gradient}</defs>${strokes}`))).png)).toBe(true)
})

it('a small drawing is drawn large, a picture is made no larger', async () => {
  const { png } = await drawn(svg(''))
  expect(await sharp(png).metadata()).toMatchObject({ width: 192, height: 192 })
  const small = await drawnEmblem('png', () => colourOf('#00ff00'))
  expect(small.from).toBe(64)
  expect(await sharp(small.png).metadata()).toMatchObject({ width: 64, height: 64 })
})

it('of a photograph in all colours stays small, and what is transparent stays so', async () => {
  const noise = await sharp({
    create: {
      width: 800,
      height: 800,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer()
  expect((await drawnEmblem('png', async () => noise)).png.length).toBeLessThan(45_000)
  const hole = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><circle cx="32" cy="32" r="9"/></svg>',
  )
  expect((await sharp((await drawn(hole)).png).stats()).isOpaque).toBe(false)
})
