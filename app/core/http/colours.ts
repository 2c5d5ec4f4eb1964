import { samePage } from './same-page.ts'

/** How staff pages look: as the device says, or always by day, or always by night. */
export const colourSchemes = ['system', 'light', 'dark'] as const
export type ColourScheme = (typeof colourSchemes)[number]

export const isColourScheme = (value: string | undefined): value is ColourScheme =>
  colourSchemes.some((scheme) => scheme === value)

/** The same page in other colours; the edge remembers them for this browser. */
export function inColours(path: string, scheme: ColourScheme): string {
  return samePage(path, 'colours', scheme)
}
