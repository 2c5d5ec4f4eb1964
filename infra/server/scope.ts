import type { Request as Incoming, Response as Outgoing } from 'express'
import { isColourScheme, type ColourScheme } from '#app/core/http/colours.ts'
import { formToken, isOwnForm, newFormSeed } from '#app/core/http/form-token.server.ts'
import type { PageScope, RequestScope } from '#app/core/http/scope.ts'
import type { LocaleCode } from '#db/schema/vocabulary.ts'
import { acceptedLocale, defaultLocale, isLocale, localeOfPath } from '#app/core/i18n/locales.ts'
import type { Installation } from '#app/contexts.server.ts'
import type { World } from '#tenants/resolve.ts'
import { clientAddress } from './client-address.ts'
import type { Sites } from './sites.ts'
import { standingOf } from './standing.ts'

/** A request's scope, and what must happen when the request has ended. */
export interface OpenScope {
  readonly scope: RequestScope
  /** Sets the cookies that remember browser and language: on pages only, never on what others may keep in a cache. */
  remember(outgoing: Outgoing): void
  close(): Promise<void>
}

interface EdgeFacts {
  readonly requestId: string
  readonly nonce: string
  readonly secure: boolean
  readonly secret: string
  readonly report: (error: unknown) => void
  readonly sites: Sites
}

const yearSeconds = 365 * 24 * 3600

/** Everything the routes are given of one request. */
export function openScope(
  installation: Installation,
  world: Exclude<World, { kind: 'unknown' }> | undefined,
  incoming: Incoming,
  facts: EdgeFacts,
): OpenScope {
  const { secure, secret, requestId } = facts
  const cookies = cookiesOf(incoming)
  const options = { path: '/', sameSite: 'lax' as const, secure }

  const seedName = secure ? '__Host-bt_form' : 'bt_form'
  const languageCookie = secure ? '__Host-bt_language' : 'bt_language'
  const coloursCookie = secure ? '__Host-bt_colours' : 'bt_colours'
  const known = cookies.get(seedName)
  const seed = known && /^[\w-]{32}$/.test(known) ? known : newFormSeed()
  const host = incoming.headers.host ?? ''
  const own = `${secure ? 'https' : 'http'}://${host}`
  const token = formToken(secret, host, seed)

  const { pathLocale, wishedLocale, chosen } = localesOf(incoming, cookies.get(languageCookie))
  const { colours, chosenColours } = coloursOf(incoming, cookies.get(coloursCookie))
  const remember = (outgoing: Outgoing) => {
    if (seed !== known) outgoing.cookie(seedName, seed, { ...options, httpOnly: true })
    if (chosen && chosen !== cookies.get(languageCookie)) {
      outgoing.cookie(languageCookie, chosen, { ...options, maxAge: yearSeconds * 1000 })
    }
    if (chosenColours && chosenColours !== cookies.get(coloursCookie)) {
      outgoing.cookie(coloursCookie, chosenColours, { ...options, maxAge: yearSeconds * 1000 })
    }
  }

  const page: PageScope = {
    locale: pathLocale ?? wishedLocale ?? defaultLocale,
    texts: installation.texts,
    formToken: token,
    nonce: facts.nonce,
    requestId,
    branded: world?.kind === 'tenant',
    failed: false,
    keptText: '',
    retryAfter: undefined,
    site: world?.kind === 'tenant' ? facts.sites.known(world.tenant.slug) : undefined,
    colours,
    path: incoming.originalUrl,
    html: undefined,
  }

  const asking = { requestId, headers: headersOf(incoming), pathLocale, wishedLocale }
  const open = async () =>
    world?.kind === 'tenant' ? installation.tenantRequest(world.tenant, asking) : installation.platformRequest(asking)
  let entering: ReturnType<typeof open> | undefined
  return {
    scope: {
      requestId,
      clientAddress: clientAddress(incoming.ip),
      page,
      report: facts.report,
      isOwnForm: (given) => isOwnForm({ own, headers: asking.headers }, token, given),
      enter: async () => {
        entering ??= open()
        const { ctx } = await entering
        page.locale = ctx.locale
        page.texts = ctx.texts
        if (ctx.world === 'tenant') page.site = await facts.sites.read(ctx)
        page.standing = standingOf(ctx)
        return ctx
      },
    },
    remember,
    close: async () => {
      const opened = await entering?.catch(() => undefined)
      await opened?.close()
    },
  }
}

function localesOf(incoming: Incoming, remembered: string | undefined) {
  const [path = '', query] = incoming.originalUrl.split('?', 2)
  const pathLocale = localeOfPath(path)
  const asked = new URLSearchParams(query).get('lang') ?? undefined
  const chosen: LocaleCode | undefined = pathLocale ?? (isLocale(asked) ? asked : undefined)
  const wishedLocale =
    chosen ?? (isLocale(remembered) ? remembered : acceptedLocale(incoming.headers['accept-language']))
  return { pathLocale, wishedLocale, chosen }
}

function coloursOf(incoming: Incoming, remembered: string | undefined) {
  const asked = new URLSearchParams(incoming.originalUrl.split('?', 2)[1]).get('colours') ?? undefined
  const chosenColours = isColourScheme(asked) ? asked : undefined
  const colours: ColourScheme = chosenColours ?? (isColourScheme(remembered) ? remembered : 'system')
  return { colours, chosenColours }
}

function cookiesOf(incoming: Incoming): ReadonlyMap<string, string> {
  const pairs = (incoming.headers.cookie ?? '').split(';').map((pair) => pair.split('=', 2))
  return new Map(pairs.map(([name = '', value = '']) => [name.trim(), value.trim()]))
}

/** Express's headers as the web knows them. */
export function headersOf(incoming: Incoming): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  }
  return headers
}
