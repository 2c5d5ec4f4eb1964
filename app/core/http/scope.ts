import type { PlatformContext, TenantContext } from '../context.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import type { Texts } from '../i18n/texts.ts'
import type { ColourScheme } from './colours.ts'

/** Whose host this is, and whom to call when a page fails. */
export interface Site {
  readonly name: Readonly<Record<LocaleCode, string>>
  readonly phones: readonly { readonly kind: 'landline' | 'short'; readonly number: string }[]
}

/** What everybody on the staff must know of the region as a whole; filled in only where there is something to know. */
export interface Standing {
  /** Staff may only read. The reason is the administrators' to read. */
  readonly suspended?: { readonly since: string; readonly reason: string | undefined }
  /** A restored copy that keeps silent. */
  readonly muted: boolean
}

/** What the page shell needs of a request; filled in as the request learns it, read when the page is rendered. */
export interface PageScope {
  locale: LocaleCode
  texts: Texts
  /** Goes into every form of ours. */
  readonly formToken: string
  readonly nonce: string
  readonly requestId: string
  /** Whether the page is a region's, with the region's own colours. */
  readonly branded: boolean
  /** Whether a form came back with errors: the title says so first. */
  failed: boolean
  /** After too many tries: how long to wait, seconds. */
  retryAfter: number | undefined
  /** What a person wrote into a form that ended in an error page: shown there, so that it is not lost. */
  keptText: string
  /** Of a region's host, as earlier requests knew it: an error page asks no database. */
  site: Site | undefined
  standing?: Standing | undefined
  /** What this browser has chosen for staff pages. */
  readonly colours: ColourScheme
  /** Path and query as asked for, for links that stay on the page. */
  readonly path: string
  /** The rendered page, beside the response: a stream of the web costs a long page more than its database does. */
  html: string | undefined
}

/** One request as the HTTP edge hands it to Remix. */
export interface RequestScope extends Record<string, unknown> {
  readonly requestId: string
  readonly clientAddress: string
  readonly page: PageScope
  /** Tells the operator of a failure that nobody foresaw. */
  readonly report: (error: unknown) => void
  /** Whether a form came from a page of ours in this browser. */
  readonly isOwnForm: (token: unknown) => boolean
  /** The world this host belongs to, with who is asking; the same answer for all loaders of the request. */
  readonly enter: () => Promise<TenantContext | PlatformContext>
}

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestScope {}
}
