const white = '#ffffff'
const dark = '#1c1a17'
/** The grounds of residents’ pages: --page and --sunken of tokens.css. */
const pageGrounds = ['#faf8f3', '#f2eee5']
const gold = '#e6bd63'
const enough = 4.5

type Rgb = readonly [red: number, green: number, blue: number]

/** WCAG contrast of two colours: 1 (the same) to 21 (black on white). */
export function contrastRatio(hexA: string, hexB: string): number {
  const [a, b] = [luminance(parseHex(hexA)), luminance(parseHex(hexB))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** White or a dark ink, whichever can be read on the colour; throws when neither can. */
export function readableInk(hex: string): string {
  const ink = [white, dark].find((candidate) => contrastRatio(hex, candidate) >= enough)
  if (!ink) throw new RangeError(`Neither white nor dark text can be read on ${hex}`)
  return ink
}

/** How a brand colour can be read: white words on it, and words of it on our pages. */
interface JudgedBrand {
  readonly readable: boolean
  readonly onWhite: number
  /** On the ground of our pages where it is weakest. */
  readonly onPage: number
  /** The colour itself, or the nearest darker one that can be read. */
  readonly shade: string
}

/** Judges a colour of the form #rrggbb; throws TypeError for another. */
export function judgeBrand(hex: string): JudgedBrand {
  const onWhite = contrastRatio(hex, white)
  const onPage = Math.min(...pageGrounds.map((ground) => contrastRatio(hex, ground)))
  const readable = Math.min(onWhite, onPage) >= enough
  return { readable, onWhite, onPage, shade: readableText(hex, [white, ...pageGrounds], 100) }
}

/** A region's brand stylesheet: the one colour it chose, and what follows from it. */
export function brandCss({ brand }: { brand: string }): string {
  const hex = toHex(parseHex(brand))
  const ink = readableInk(hex)
  const soft = toHex(mix(parseHex(hex), parseHex(white), 0.88))
  const declarations = {
    '--brand': hex,
    '--brand-ink': ink,
    '--brand-soft': soft,
    '--brand-text': readableText(hex, [...pageGrounds, soft]),
    '--ornament': contrastRatio(hex, gold) >= 2.5 ? gold : ink,
  }
  const lines = Object.entries(declarations).map(([name, value]) => `  ${name}: ${value};`)
  return `:root {\n${lines.join('\n')}\n}\n`
}

/** The colour itself, or as little darker as reading it on these grounds takes. */
function readableText(hex: string, grounds: string[], steps = 20): string {
  for (let step = 0; step <= steps; step += 1) {
    const text = toHex(mix(parseHex(hex), [0, 0, 0], step / steps))
    if (grounds.every((ground) => contrastRatio(text, ground) >= enough)) return text
  }
  return dark
}

function parseHex(hex: string): Rgb {
  // Strict: the value goes into a stylesheet.
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new TypeError(`Not a colour of the form #rrggbb: ${JSON.stringify(hex)}`)
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const blend = (a: number, b: number) => a + (b - a) * share
  return [blend(from[0], to[0]), blend(from[1], to[1]), blend(from[2], to[2])]
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
