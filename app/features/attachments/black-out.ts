/** A rectangle of a photo, in whole percent of its width and height from the upper left corner. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const areaSides = ['left', 'top', 'width', 'height'] as const satisfies readonly (keyof Area)[]

/** How many places are blacked out at once; the result can be worked on again. */
export const mostAreas = 8

/** The pixels of an area: at least all it touches, never past the photo. */
export function pixelsOf({ left, top, width, height }: Area, photo: { width: number; height: number }): Area {
  const start = { x: Math.floor((left * photo.width) / 100), y: Math.floor((top * photo.height) / 100) }
  const end = {
    x: Math.min(photo.width, Math.ceil(((left + width) * photo.width) / 100)),
    y: Math.min(photo.height, Math.ceil(((top + height) * photo.height) / 100)),
  }
  return { left: start.x, top: start.y, width: end.x - start.x, height: end.y - start.y }
}
