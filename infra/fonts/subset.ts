// Regenerates Golos Text for pages (app/ui/fonts, cut down to the letters of kk, ru and en) and for papers
// (app/integrations/documents/fonts: names of guests have other letters too). Run: node infra/fonts/subset.ts
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')

const latin = range(0x20, 0x7e)
const russian = range(0x0410, 0x044f) + 'Ёё'
const kazakh = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі'
const punctuation = '\u00a0\u202f\u2011«»“”„‘’–—…•·§°×−№₸←→✓'

const outputs = new URL('../../app/ui/fonts/', import.meta.url)
const sources = [
  ['400Regular/GolosText_400Regular.ttf', 'golos-text-400.woff2'],
  ['600SemiBold/GolosText_600SemiBold.ttf', 'golos-text-600.woff2'],
] as const

for (const [source, output] of sources) {
  const font = await readFile(require.resolve(`@expo-google-fonts/golos-text/${source}`))
  const subset = await subsetFont(font, latin + russian + kazakh + punctuation, { targetFormat: 'woff2' })
  await writeFile(new URL(output, outputs), subset)
  console.log(`${output}: ${subset.length} bytes`)
}

const everyLetter = range(0x20, 0x7e) + range(0xa0, 0x17f) + range(0x0400, 0x052f) + punctuation
const papers = new URL('../../app/integrations/documents/fonts/', import.meta.url)
for (const [source, output] of sources) {
  const font = await readFile(require.resolve(`@expo-google-fonts/golos-text/${source}`))
  const subset = await subsetFont(font, everyLetter, { targetFormat: 'sfnt' })
  await writeFile(new URL(output.replace('.woff2', '.ttf'), papers), subset)
  console.log(`${output.replace('.woff2', '.ttf')}: ${subset.length} bytes`)
}

// The licence travels with the font.
for (const folder of [outputs, papers])
  await copyFile(require.resolve('@expo-google-fonts/golos-text/LICENSE_FONT'), new URL('LICENSE', folder))
