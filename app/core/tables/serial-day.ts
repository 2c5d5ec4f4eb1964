const dayMilliseconds = 86_400_000

/** Spreadsheets count from here, with a 29 February 1900 that never was. */
const dayZero = Date.UTC(1899, 11, 30)

/** The day that a spreadsheet keeps as a number, YYYY-MM-DD; undefined for what is none of 1954 to 2118. */
export function dayOfSerial(typed: string): string | undefined {
  if (!/^\d{5}(\.\d+)?$/.test(typed)) return undefined
  const serial = Math.floor(Number(typed))
  if (serial < 20_000 || serial > 80_000) return undefined
  return new Date(dayZero + serial * dayMilliseconds).toISOString().slice(0, 10)
}
