/** A browser in plain words, as a person would name it; empty where it says nothing we know. */
export interface DeviceWords {
  readonly browser: string
  readonly system: string
}

/** The first that fits counts: most browsers also claim to be Safari, and Edge claims to be Chrome. */
const browsers: readonly [name: string, sign: RegExp][] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|Opera)\b/],
  ['Yandex', /\bYaBrowser\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
]

const systems: readonly [name: string, sign: RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
]

/** The browser's family and its system out of a User-Agent header; nothing else of it is kept. */
export function deviceWords(userAgent: string | null): DeviceWords {
  const found = (families: readonly [string, RegExp][]) =>
    families.find(([, sign]) => sign.test((userAgent ?? '').slice(0, 1000)))?.[0] ?? ''
  return { browser: found(browsers), system: found(systems) }
}

/** "Chrome, Windows"; `unknown` where nothing is known. */
export const deviceName = ({ browser, system }: DeviceWords, unknown: string): string =>
  [browser, system].filter(Boolean).join(', ') || unknown
