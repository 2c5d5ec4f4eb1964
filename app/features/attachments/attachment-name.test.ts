import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachmentName } from './attachment-name.ts'

describe('the name of a file', () => {
  it.each([
    ['Шағым.PDF', 'Шағым.pdf'],
    ['Акт от 12.05', 'Акт от 12.05.pdf'],
    ['photo.jpg', 'photo.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\Айша\\фото.png', 'фото.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.pdf'],
    ['a\r\nSet-Cookie: x=1', 'a Set-Cookie x=1.pdf'],
    ['"<script>".html', 'script.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['   ', 'файл.pdf'],
    ['', 'файл.pdf'],
    ['\u0000\u0007', 'файл.pdf'],
    ['report.pdf.exe', 'report.pdf.pdf'],
  ])('%j is kept as %j', (typed, name) => {
    expect(attachmentName(typed, 'pdf', 'файл')).toBe(name)
  })

  it('is never a path, never long, never unreadable, and always ends in what the file is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const name = attachmentName(typed, 'pdf', 'файл')
        expect(name).toMatch(/^[^./\\\p{Cc}\u202a-\u202e][^/\\\p{Cc}\u202a-\u202e]*\.pdf$/u)
        expect(Array.from(name).length).toBeLessThanOrEqual(104)
        expect(name.isWellFormed()).toBe(true)
      }),
    )
  })
})
