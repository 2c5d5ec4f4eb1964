import { SaxesParser } from 'saxes'

/** A coat of arms has some thousands of strokes; a hundred thousand are drawn in about two seconds. */
export const mostWeight = 100_000

/** No drawing is nested deeper, nor refers on and on through so many places. */
const deepest = 200

/** Alphabets in which a tag is written as in ASCII: in others elements could hide from us. */
const plainEncoding = /^(utf-8|us-ascii|iso-8859-\d+|windows-125\d)$/i

/** A place that can be referred to: what stands in it, and where that leads on to. */
interface Place {
  elements: number
  readonly refs: string[]
}

const reference = /url\(\s*['"]?#([^'")\s]+)|^\s*#(\S+)\s*$/g

/**
 * How many elements would be drawn of an SVG when every reference is followed: a few lines that refer to each other tenfold
 * are a billion. Infinite where references run in a circle or too deep, and where elements may hide from us: in entities and odd
 * encodings.
 */
export function drawingWeight(svg: string): number {
  const encoding = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/.exec(svg)?.[1] ?? 'utf-8'
  if (/<!ENTITY/i.test(svg) || !plainEncoding.test(encoding)) return Infinity
  const whole: Place = { elements: 0, refs: [] }
  const places = new Map<string, Place>()
  const open: (Place | undefined)[] = []
  let tooDeep = false
  const note = (text: string) => {
    for (const [, inUrl, alone] of text.matchAll(reference)) {
      const id = inUrl ?? alone ?? ''
      for (const place of [whole, ...open]) place?.refs.push(id)
    }
  }
  const parser = new SaxesParser()
  // What is no XML is refused by the library that draws it.
  parser.on('error', () => undefined)
  parser.on('opentag', ({ attributes }) => {
    const id = attributes.id
    const place = typeof id === 'string' && id !== '' ? { elements: 0, refs: [] } : undefined
    if (place && typeof id === 'string') places.set(id, place)
    open.push(place)
    if (open.length > deepest) tooDeep = true
    if (tooDeep) return
    for (const one of [whole, ...open]) if (one) one.elements += 1
    for (const value of Object.values(attributes)) note(value)
  })
  parser.on('closetag', () => open.pop())
  const styled: string[] = []
  const noteStyle = (text: string) => {
    for (const [, inUrl, alone] of text.matchAll(reference)) styled.push(inUrl ?? alone ?? '')
  }
  parser.on('text', noteStyle)
  parser.on('cdata', noteStyle)
  parser.write(svg).close()
  if (tooDeep) return Infinity
  const weights = new Map<string, number>()
  const weightOf = (id: string, depth = 0): number => {
    const known = weights.get(id)
    if (known !== undefined) return known
    const place = places.get(id)
    if (!place) return 0
    if (depth > deepest) return Infinity
    // Until it is known: whoever comes back here has gone in a circle.
    weights.set(id, Infinity)
    const weight = place.refs.reduce((sum, ref) => sum + weightOf(ref, depth + 1), place.elements)
    weights.set(id, weight)
    return weight
  }
  const drawn = whole.refs.reduce((sum, id) => sum + weightOf(id), whole.elements)
  // A rule of a stylesheet may hold for every element.
  return styled.reduce((sum, id) => sum + weightOf(id) * Math.max(1, whole.elements), drawn)
}
