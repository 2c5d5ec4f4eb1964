import { describe, expect, it } from 'vitest'
import { deviceName, deviceWords } from './device.ts'

describe('a device in plain words', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/139.0 Safari/537.36', 'Chrome, Windows'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/139.0 Safari/537.36 Edg/139.0', 'Edge, Windows'],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile Safari/604.1', 'Safari, iPhone'],
    [
      'Mozilla/5.0 (Linux; Android 15; SM-A155F) SamsungBrowser/28.0 Chrome/130 Safari/537.36',
      'Samsung Internet, Android',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/138.0 YaBrowser/25.8 Safari/537.36', 'Yandex, Windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 15_5) Version/18.5 Safari/605.1.15', 'Safari, macOS'],
    ['curl/8.5', '?'],
    [null, '?'],
  ])('%s is %s', (userAgent, words) => {
    expect(deviceName(deviceWords(userAgent), '?')).toBe(words)
  })
})
