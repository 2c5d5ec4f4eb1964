import type { AppealStatus } from '#db/schema/vocabulary.ts'
import { accessible } from '#app/core/access/accessible.server.ts'
import type { TenantContext } from '#app/core/context.ts'
import { formatDay } from '#app/core/i18n/format.ts'
import { findCandidates, type PersonKey } from './candidates.queries.server.ts'
import {
  comparedLength,
  isSameAddress,
  metresBetween,
  nearMetres,
  sameWordsAtPlaceFrom,
  sameWordsFrom,
  sharedTrigrams,
  trigramsOf,
} from './likeness.ts'

/** Who wrote of the same matter longer ago did not write of the same happening. */
const daysTogether = 60

const mostShown = 8

/** Why an appeal may be the same as another one, strongest first; ready to be said in words. */
export interface Likeness {
  readonly person: readonly PersonKey[]
  /** Metres to it, the same house by its address, or neither. */
  readonly place: number | 'address' | null
  /** Of a hundred. */
  readonly words: number
}

/** An appeal that may be a duplicate, or an earlier one of the person. */
export interface Likely extends Likeness {
  readonly id: string
  readonly number: string
  readonly status: AppealStatus
  readonly registeredOn: string
  readonly excerpt: string
}

interface Matter {
  readonly placeAddress: string | null
  readonly placeLat: number | null
  readonly placeLon: number | null
}

/** What two appeals have in common; `person` is what their people share. */
export function likenessOf(
  one: Matter & { readonly text: string },
  other: Matter & { readonly text: string },
  person: readonly PersonKey[],
): Likeness {
  const words = Math.round(sharedTrigrams(trigramsOf(one.text), trigramsOf(other.text)) * 100)
  return { person, place: placeOf(one, other), words }
}

/** Whether that is enough to be shown: the person alone is; the place alone is where the words are not quite other ones. */
const isLikely = ({ person, place, words }: Likeness): boolean =>
  person.length > 0 || words >= sameWordsFrom * 100 || (place !== null && words >= sameWordsAtPlaceFrom * 100)

function placeOf(one: Matter, other: Matter): Likeness['place'] {
  if (one.placeLat !== null && one.placeLon !== null && other.placeLat !== null && other.placeLon !== null) {
    const metres = Math.round(
      metresBetween({ lat: one.placeLat, lon: one.placeLon }, { lat: other.placeLat, lon: other.placeLon }),
    )
    if (metres <= nearMetres) return metres
  }
  return one.placeAddress && other.placeAddress && isSameAddress(one.placeAddress, other.placeAddress)
    ? 'address'
    : null
}

/** How much speaks for it: who it is counts most, then the words, then the place. */
const weightOf = ({ person, place, words }: Likeness) => person.length * 40 + words + (place === null ? 0 : 30)

/**
 * Likely duplicates of an appeal and earlier ones of its person, those first for which most speaks. Of this region alone, and of
 * what the asker may read.
 */
export async function listLikely(
  ctx: TenantContext,
  asked: Matter & {
    readonly id: string
    readonly applicantId: string
    readonly categoryId: string | null
    readonly receivedAt: Date
  },
): Promise<Likely[]> {
  const { text } = await ctx.db
    .selectFrom('appealText')
    .select((select) => select.fn<string>('left', ['text', select.val(comparedLength)]).as('text'))
    .where('appealId', '=', asked.id)
    .executeTakeFirstOrThrow()
  const { byPerson, byMatter } = await findCandidates(ctx, { ...asked, text })
  const ids = [...new Set([...byPerson.keys(), ...byMatter])]
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('appeal')
    .innerJoin('appealText', 'appealText.appealId', 'appeal.id')
    .select(['appeal.id', 'appeal.number', 'appeal.status', 'appeal.registeredOn', 'appeal.receivedAt'])
    .select(['appeal.excerpt', 'appeal.placeAddress', 'appeal.placeLat', 'appeal.placeLon'])
    .select((select) => select.fn<string>('left', ['appealText.text', select.val(comparedLength)]).as('text'))
    .where('appeal.id', 'in', ids)
    .where(accessible(ctx.ability, 'read', 'Appeal', 'appeal'))
    .execute()
  const most = daysTogether * 24 * 3600 * 1000
  return rows
    .flatMap((row): Likely[] => {
      const { id, number, status, registeredOn, excerpt } = row
      const likeness = likenessOf({ ...asked, text }, row, byPerson.get(id) ?? [])
      const apart = Math.abs(row.receivedAt.getTime() - asked.receivedAt.getTime())
      if (!isLikely(likeness) || (likeness.person.length === 0 && apart > most)) return []
      return [{ ...likeness, id, number: number ?? '', status, registeredOn: formatDay(registeredOn), excerpt }]
    })
    .toSorted((a, b) => weightOf(b) - weightOf(a) || b.id.localeCompare(a.id))
    .slice(0, mostShown)
}
