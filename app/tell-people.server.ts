import {
  appealSms,
  channelsOf,
  listPeople,
  personOf,
  type Person,
  type SmsKind,
} from './features/appeals/public.server.ts'
import { deliverNotice, deliverSms, type Event, type Post } from './features/notices/public.server.ts'
import type { TenantContext } from './core/context.ts'
import type { AttachedFile, Letter } from './core/letter.ts'

type Tell = (ctx: TenantContext, event: Event, post: Post) => Promise<void>

/** What one of the people of an appeal is told, and in which words. */
interface Message {
  readonly kind: SmsKind
  readonly compose: (ctx: TenantContext, event: Event, recipientId: string) => Promise<Letter | undefined>
  /** What the mail carries to whom the letter is addressed. */
  readonly enclosed?: (ctx: TenantContext, event: Event) => Promise<AttachedFile | undefined>
}

/** The post with a file in the envelope of its mail, which is made outside of every transaction. */
const enclosing = (post: Post, file: () => Promise<AttachedFile | undefined>): Post => ({
  ...post,
  mail: async (letter, messageId) => {
    const enclosed = await file()
    return post.mail(enclosed ? { ...letter, files: [enclosed] } : letter, messageId)
  },
})

/**
 * Tells everybody whom `event`'s appeal belongs to, each in their language and by each channel that they chose. One that fails
 * keeps no other back, and is the only one that comes again.
 */
export const tellPeople =
  (message: Message): Tell =>
  async (ctx, event, post) =>
    tellEach(ctx, event, await listPeople(ctx, event.subjectId), message, post)

/** The same to those alone who brought or signed this very appeal. */
export const tellOwnPeople =
  (message: Message): Tell =>
  async (ctx, event, post) =>
    tellEach(ctx, event, ownOf(await listPeople(ctx, event.subjectId), event), message, post)

/** The same to one person alone, though they have left: whom the event names, or who brought the appeal. */
export const tellOne =
  (message: Message): Tell =>
  async (ctx, event, post) => {
    const appealId = event.refs?.appealId ?? event.subjectId
    const person = await personOf(ctx, appealId, event.refs?.recipientId ?? '')
    await tellEach(ctx, { ...event, subjectKind: 'appeal', subjectId: appealId }, [person], message, post)
  }

const ownOf = (people: readonly Person[], { subjectId }: Event) =>
  people.filter(({ appealId }) => appealId === subjectId)

async function tellEach(
  ctx: TenantContext,
  event: Event,
  people: readonly Person[],
  { kind, compose, enclosed }: Message,
  post: Post,
): Promise<void> {
  const failures: unknown[] = []
  const failed = (error: unknown) => void failures.push(error)
  // A letter on paper carries the address of one person; the others read the same words in the mail.
  const [addressee] = ownOf(people, event)
  for (const person of people) {
    const told = { ...event, recipientId: person.id }
    const channels = channelsOf(person)
    const mailPost = enclosed && person === addressee ? enclosing(post, () => enclosed(ctx, event)) : post
    if (channels.includes('sms'))
      await deliverSms(ctx, told, kind, (ctx) => appealSms(ctx, event.subjectId, kind, person.id), post).catch(failed)
    if (channels.includes('mail'))
      await deliverNotice(ctx, told, kind, (ctx) => compose(ctx, event, person.id), mailPost).catch(failed)
  }
  if (failures.length > 0) throw failures[0]
}
