import type { Visitor } from './visitor.ts'

const compressed = { 'Accept-Encoding': 'gzip' }

/**
 * Bytes of a first visit as they travel: the page, its stylesheets and what these ask for. Fonts of both weights are
 * counted, though a browser takes only those it needs.
 */
export async function weighPage(visitor: Visitor, path: string): Promise<number> {
  const page = await visitor.ask(path, compressed)
  const plain = (await visitor.ask(path)).bytes.toString('utf8')
  const parts = new Set(
    [...plain.matchAll(/<(?:link|script|img)[^>]+(?:href|src)="(\/[^"]+)"/g)].map(([, url]) => url ?? ''),
  )
  let bytes = page.bytes.length
  for (const url of parts) {
    bytes += (await visitor.ask(url, compressed)).bytes.length
    if (!url.endsWith('.css')) continue
    const css = (await visitor.ask(url)).bytes.toString('utf8')
    for (const [, inside = ''] of css.matchAll(/url\(["']?(\/[^"')]+)/g)) parts.add(inside)
  }
  return bytes
}
