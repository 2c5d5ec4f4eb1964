/** The same page with one thing chosen otherwise (`name` is the choice, of its query); never away from this host. */
export function samePage(path: string, name: string, value: string): string {
  const { pathname, searchParams } = new URL(path, 'http://here')
  searchParams.set(name, value)
  return `${pathname}?${searchParams}`
}
