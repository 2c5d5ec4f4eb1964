import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import PdfKit from 'pdfkit'
import QRCode from 'qrcode'

/** What a paper is, for readers of screens and for whoever files it. */
export interface PaperFacts {
  readonly title: string
  /** ISO 639 */
  readonly language: string
  /** Who issues it. */
  readonly author: string
  /** The moment that stands in the file: the same paper of the same moment is the same bytes. */
  readonly at: Date
  /** The colour of emblem and rules, `#rrggbb`. */
  readonly colour: string
  /** A PNG that stands in the place of the house mark. */
  readonly emblem: Buffer | undefined
  /** The line at the foot of each page. */
  readonly footer: (page: number, pages: number) => string
}

/** A label with its value: "Number: 75-26-000001". */
export interface PaperLine {
  readonly label?: string
  readonly text: string
}

/** A paper that is written from top to bottom; what does not fit goes on to the next page. */
export interface Paper {
  /** The emblem, who writes and from where, above a rule. */
  letterhead(name: string, issuer: string, lines: readonly string[]): void
  heading(text: string): void
  /** The title of a part, below the heading. */
  section(text: string): void
  /** A text as it was typed: an empty line ends a paragraph. */
  text(text: string, style?: 'plain' | 'quiet'): void
  lines(lines: readonly PaperLine[]): void
  /** Two blocks side by side. */
  beside(left: readonly PaperLine[], right: readonly PaperLine[]): void
  /** Large and by itself: a number, a code. */
  large(label: string, text: string): void
  gap(): void
  /** A QR code that leads to `address`, with what it is for beside it; never torn by the end of a page. */
  code(address: string, alternative: string, lines: readonly PaperLine[]): void
  /** The whole paper; nothing can be written after. */
  finish(): Promise<Buffer>
}

const margins = { top: 48, bottom: 72, left: 64, right: 56 }
const ink = '#1a1a1a'
const quiet = '#555555'
const bodySize = 11
const smallSize = 9

type Fonts = Readonly<Record<'regular' | 'bold', Buffer>>

let fonts: Promise<Fonts> | undefined

/** Read once; server and worker run from the top of the house. */
function readFonts(): Promise<Fonts> {
  const folder = path.resolve('app/integrations/documents/fonts')
  const read = (weight: number) => readFile(path.join(folder, `golos-text-${weight}.ttf`))
  fonts ??= Promise.all([read(400), read(600)]).then(([regular, bold]) => ({ regular, bold }))
  return fonts
}

/** Begins a paper: A4, tagged, with its language and title, in a font that has every letter of Kazakh. */
export async function openPaper(facts: PaperFacts): Promise<Paper> {
  const { regular, bold } = await readFonts()
  const doc = new PdfKit({
    size: 'A4',
    margins,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: facts.language,
    displayTitle: true,
    font: null as unknown as string,
    info: { Title: facts.title, Author: facts.author, CreationDate: facts.at, ModDate: facts.at },
  })
  const whole = buffer(doc)
  doc.registerFont('regular', regular)
  doc.registerFont('bold', bold)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const { left, right } = margins
  const width = doc.page.width - left - right

  const tagged = (type: string, draw: () => void, options: { alt?: string } = {}) => {
    root.add(doc.struct(type, options, draw))
  }
  const drawn = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' })
    draw()
    doc.endMarkedContent()
  }
  const room = (height: number) => {
    if (doc.y + height > doc.page.height - margins.bottom) doc.addPage()
  }
  const plain = (size = bodySize) => doc.font('regular').fontSize(size).fillColor(ink)

  /** One line of label and value within a column. */
  const line = ({ label, text }: PaperLine, x: number, columnWidth: number, size: number) => {
    tagged('P', () => {
      if (label === undefined) {
        plain(size).text(text, x, doc.y, { width: columnWidth, lineGap: 2 })
        return
      }
      doc.font('regular').fontSize(size).fillColor(quiet)
      doc.text(`${label}: `, x, doc.y, { width: columnWidth, lineGap: 2, continued: true })
      doc.font('bold').fillColor(ink).text(text)
    })
  }

  const paper: Paper = {
    letterhead: (name, issuer, lines) => {
      drawn(() => {
        if (facts.emblem) doc.image(facts.emblem, left, margins.top, { fit: [44, 44], align: 'center' })
        else drawEmblem(doc, facts.colour, left, margins.top, 44)
      })
      const x = left + 60
      const headWidth = width - 60
      doc.y = margins.top
      tagged('P', () => doc.font('bold').fontSize(13).fillColor(ink).text(name, x, doc.y, { width: headWidth }))
      tagged('P', () => plain().text(issuer, x, doc.y + 2, { width: headWidth }))
      for (const text of lines) {
        tagged('P', () => {
          doc.font('regular').fontSize(smallSize).fillColor(quiet)
          doc.text(text, x, doc.y + 2, { width: headWidth })
        })
      }
      const y = Math.max(doc.y, margins.top + 48) + 8
      drawn(() =>
        doc
          .moveTo(left, y)
          .lineTo(left + width, y)
          .lineWidth(1.2)
          .strokeColor(facts.colour)
          .stroke(),
      )
      doc.y = y + 16
    },
    heading: (text) => {
      room(60)
      tagged('H1', () => doc.font('bold').fontSize(15).fillColor(ink).text(text, left, doc.y, { width }))
      doc.y += 8
    },
    section: (text) => {
      room(70)
      doc.y += 8
      tagged('H2', () => doc.font('bold').fontSize(12).fillColor(ink).text(text, left, doc.y, { width }))
      doc.y += 4
    },
    text: (text, style = 'plain') => {
      for (const paragraph of text.split(/\n{2,}/)) {
        room(30)
        tagged('P', () => {
          if (style === 'plain') plain()
          else doc.font('regular').fontSize(10).fillColor(quiet)
          doc.text(paragraph, left, doc.y, { width, lineGap: 3 })
        })
        doc.y += 6
      }
    },
    lines: (lines) => {
      for (const one of lines) {
        room(24)
        line(one, left, width, bodySize)
        doc.y += 1
      }
    },
    beside: (leftLines, rightLines) => {
      const gutter = 24
      const column = (width - gutter) / 2
      const top = doc.y
      for (const one of leftLines) line(one, left, column, bodySize)
      const leftEnd = doc.y
      doc.y = top
      for (const one of rightLines) line(one, left + column + gutter, column, bodySize)
      doc.y = Math.max(leftEnd, doc.y) + 14
    },
    large: (label, text) => {
      room(50)
      tagged('P', () => doc.font('regular').fontSize(10).fillColor(quiet).text(label, left, doc.y, { width }))
      tagged('P', () => doc.font('bold').fontSize(20).fillColor(ink).text(text, left, doc.y, { width }))
      doc.y += 6
    },
    gap: () => {
      doc.y += 10
    },
    code: (address, alternative, lines) => {
      const side = 92
      room(side + 12)
      const top = doc.y + 4
      tagged('Figure', () => drawQrCode(doc, address, left, top, side), { alt: alternative })
      doc.y = top + 4
      for (const one of lines) line(one, left + side + 16, width - side - 16, smallSize + 1)
      doc.y = Math.max(doc.y, top + side) + 8
    },
    finish: async () => {
      root.end()
      const { start, count } = doc.bufferedPageRange()
      for (let page = start; page < start + count; page += 1) {
        doc.switchToPage(page)
        // The foot stands below where text may stand.
        doc.page.margins.bottom = 0
        doc.markContent('Artifact', { type: 'Pagination' })
        doc.font('regular').fontSize(smallSize).fillColor(quiet)
        doc.text(facts.footer(page + 1, count), left, doc.page.height - 44, {
          width,
          align: 'center',
          lineBreak: false,
        })
        doc.endMarkedContent()
      }
      doc.end()
      return whole
    },
  }
  return paper
}

type Pdf = InstanceType<typeof PdfKit>

/** The house mark: the same strokes as on the pages, in a square of 48 units. */
function drawEmblem(doc: Pdf, colour: string, x: number, y: number, side: number): void {
  doc
    .save()
    .translate(x, y)
    .scale(side / 48)
    .lineWidth(2)
    .strokeColor(colour)
  doc.circle(24, 24, 21).stroke()
  doc.circle(24, 24, 15).stroke()
  doc
    .path(
      'M24 3v6M24 39v6M3 24h6M39 24h6M9.2 9.2l4.2 4.2M34.6 34.6l4.2 4.2M38.8 9.2l-4.2 4.2M13.4 34.6l-4.2 4.2' +
        'M19 9.9q3 14.1 0 28.2M29 9.9q-3 14.1 0 28.2M9.9 19q14.1 3 28.2 0M9.9 29q14.1 -3 28.2 0',
    )
    .stroke()
  doc.restore()
}

function drawQrCode(doc: Pdf, text: string, x: number, y: number, side: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const unit = side / modules.size
  doc.fillColor('#000000')
  modules.data.forEach((dark, at) => {
    if (!dark) return
    doc.rect(x + (at % modules.size) * unit, y + Math.floor(at / modules.size) * unit, unit, unit)
  })
  doc.fill()
}
