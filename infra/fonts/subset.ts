// Regenerates app/ui/fonts: Golos Text cut down to the letters of kk, ru and en. Run: node infra/fonts/subset.ts
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
// The licence travels with the font.
await copyFile(require.resolve('@expo-google-fonts/golos-text/LICENSE_FONT'), new URL('LICENSE', outputs))
