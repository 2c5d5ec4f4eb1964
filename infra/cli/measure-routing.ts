// npm run routing:measure: how well the classifier that a new region begins with knows texts that it has not learnt from,
// by category, in Kazakh and Russian apart.
import { loadPack, loadRoutingTexts } from '#tenants/packs/load.ts'
import { accuracyOf, judgeAll, type Accuracy } from './routing-accuracy.ts'

const texts = await loadRoutingTexts()
const { categories } = await loadPack('base')
const judged = judgeAll(texts, categories)

const percent = (share: number) => `${Math.round(share * 100)} %`.padStart(6)
const line = (name: string, { texts, right, amongThree, suggested, rightOfSuggested }: Accuracy) =>
  `${name.padEnd(34)}${String(texts).padStart(5)}${[right, amongThree, suggested, rightOfSuggested].map(percent).join('  ')}`

const lines = [
  `${''.padEnd(34)}texts  right  of 3  suggested  of these right`,
  ...(['kk', 'ru'] as const).flatMap((language) => {
    const own = judged.filter(({ text }) => text.language === language)
    const byCategory = Map.groupBy(own, ({ text }) => text.category)
    return [
      '',
      line(language, accuracyOf(own)),
      ...[...byCategory].map(([category, some]) => line(`  ${category}`, accuracyOf(some))),
    ]
  }),
]
process.stdout.write(`${lines.join('\n')}\n`)
