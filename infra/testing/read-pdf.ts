import { createCanvas } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

// An old package: what its import gives depends on who loads it.
const loaded: unknown = jsQR
const decode = (typeof loaded === 'function' ? loaded : (loaded as { default: unknown }).default) as typeof jsQR

/** A PDF as somebody else's program reads it. */
export interface ReadPdf {
  readonly text: string
  readonly title: string
  readonly language: string
  /** Kinds of the tagged parts, in reading order. */
  readonly roles: readonly string[]
  /** What the first QR code says that a camera would find on its pages; undefined where there is none. */
  readonly qrCode: string | undefined
}

/** Reads a PDF with Mozilla's library, draws its pages and looks for a QR code on them. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const { info } = await pdf.getMetadata()
  const facts = info as { Title?: string; Language?: string }
  const texts: string[] = []
  const roles: string[] = []
  let qrCode: string | undefined
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent()
    texts.push(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''))
    roles.push(...rolesIn(await page.getStructTree()))
    qrCode ??= await qrCodeOn(page)
  }
  await pdf.destroy()
  return {
    text: texts.join(' ').replace(/\s+/g, ' '),
    title: facts.Title ?? '',
    language: facts.Language ?? '',
    roles,
    qrCode,
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function qrCodeOn(page: Page): Promise<string | undefined> {
  const viewport = page.getViewport({ scale: 2 })
  const canvas = createCanvas(viewport.width, viewport.height)
  // Its types know only a browser's canvas; this one has the same methods.
  const drawnOn = canvas as unknown as HTMLCanvasElement
  await page.render({ canvas: drawnOn, viewport }).promise
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return decode(data, width, height)?.data
}

function rolesIn(node: unknown): string[] {
  const { role, children = [] } = (node ?? {}) as { role?: string; children?: unknown[] }
  return [...(role ? [role] : []), ...children.flatMap(rolesIn)]
}
