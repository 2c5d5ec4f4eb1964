/** What an article is called: "статья 76", "ст. 76", "76-бап", "76-бабына", "Article 76". */
const articles = [
  /(?<!\p{L})стат(?:ья|ьи|ье|ью|ьёй|ьей|ьях|ьям|ьями|ей)\s*№?\s*\d+(?:[-–.]\d+)*/iu,
  /(?<!\p{L})ст\.\s*\d+(?:[-–.]\d+)*/iu,
  /\d+(?:[-–]\d+)?\s*[-–]?\s*(?:бап|баб)(?:\p{L}*)/iu,
  /(?<!\p{L})articles?\s+\d+(?:[-–.]\d+)*/iu,
]
/** An act by its number: "Закон РК № 123-VI", "№ 401-IV Заңы", "приказ от 01.02.2026 № 7". */
const acts = [
  /(?<!\p{L})(?:закон|кодекс|постановлени|приказ|решени|правил|указ)\p{L}*[^.;!?\n]{0,120}?№\s*\d+[\p{L}\d–-]*/iu,
  /№\s*\d+[\p{L}\d–-]*[^.;!?\n]{0,120}?(?:заң|кодекс|қаулы|бұйры|шешім|қағида|жарлы)\p{L}*/iu,
  /(?<!\p{L})(?:заң|кодекс|қаулы|бұйры|шешім|қағида|жарлы)\p{L}*[^.;!?\n]{0,120}?№\s*\d+[\p{L}\d–-]*/iu,
  /(?<!\p{L})(?:law|code|decree|order|resolution)[^.;!?\n]{0,120}?no\.?\s*\d+[\p{L}\d–-]*/iu,
]

/** The first norm that a text cites, in the text's own words; undefined where it cites none by a number. */
export function citedNorm(text: string): string | undefined {
  for (const pattern of [...articles, ...acts]) {
    const found = pattern.exec(text)?.[0]
    if (found) return found.replace(/\s+/g, ' ').trim()
  }
  return undefined
}

/** How a text says that the answer may be challenged. */
const rightOfAppeal = [
  /обжалова\p{L}*/iu,
  /(?:право|вправе)\s+(?:подать\s+жалобу|обжаловать)/iu,
  /шағым(?:дану|дана|дауға|\s+(?:жасау|жасай|беру|бере|түсіру|келтіру))\p{L}*/iu,
  /(?<!\p{L})(?:right (?:of|to) appeal|may (?:be )?(?:appeal|challenge))/iu,
]

/** Whether a text says how the answer can be challenged. */
export const statesRightOfAppeal = (text: string): boolean => rightOfAppeal.some((pattern) => pattern.test(text))
