/** What a list of the administrator's shows. */
export interface ListWish {
  /** As typed. */
  readonly search: string
  readonly show: 'inUse' | 'retired'
}

/** What the address asks of a list; anything unheard-of is what one sees first. */
export function listWishOf(request: Request): ListWish {
  const query = new URL(request.url).searchParams
  return {
    search: (query.get('search') ?? '').slice(0, 200),
    show: query.get('show') === 'retired' ? 'retired' : 'inUse',
  }
}
