/** What may be attached. A photograph is drawn anew; anything else is kept as it is, and only ever downloaded. */
interface Media {
  readonly type: string
  readonly extension: string
  /** The text that says what it is (`attachments:media.…`). */
  readonly name: 'photo' | 'document' | 'table' | 'pdf' | 'text'
  readonly photo?: 'jpeg' | 'png' | 'webp' | 'gif'
}

/** Everything that may be attached, in one place. HEIC is missing: no free library here draws it. */
export const mediaKinds = {
  jpeg: { type: 'image/jpeg', extension: 'jpg', name: 'photo', photo: 'jpeg' },
  png: { type: 'image/png', extension: 'png', name: 'photo', photo: 'png' },
  webp: { type: 'image/webp', extension: 'webp', name: 'photo', photo: 'webp' },
  gif: { type: 'image/gif', extension: 'gif', name: 'photo', photo: 'gif' },
  pdf: { type: 'application/pdf', extension: 'pdf', name: 'pdf' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    name: 'document',
  },
  odt: { type: 'application/vnd.oasis.opendocument.text', extension: 'odt', name: 'document' },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    name: 'table',
  },
  txt: { type: 'text/plain', extension: 'txt', name: 'text' },
} as const satisfies Record<string, Media>

export type MediaKind = keyof typeof mediaKinds

/** For the file input. By types an iPhone turns its HEIC into JPEG; extensions are for computers that know no types. */
export const acceptedMedia = Object.values(mediaKinds)
  .flatMap(({ type, extension }) => [type, `.${extension}`])
  .join(',')

/** The kind of a stored type; undefined for one that is no longer taken. */
export function mediaOfType(type: string): Media | undefined {
  return Object.values<Media>(mediaKinds).find((media) => media.type === type)
}
