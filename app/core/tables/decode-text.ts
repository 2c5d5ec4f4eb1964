/**
 * The text of a table in whichever encoding programs here save it: UTF-8 and UTF-16 by their marks or without, else
 * Windows-1251, in which everything can be read and Kazakh letters are lost already.
 */
export function decodedText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decode('utf-16be', bytes)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // Letters of ASCII in UTF-16 without a mark are good UTF-8 with a zero byte beside each.
    if (!text.includes('\0')) return text
    return decode(first === 0 ? 'utf-16be' : 'utf-16le', bytes)
  } catch {
    return decode('windows-1251', bytes)
  }
}

const decode = (encoding: string, bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes)
