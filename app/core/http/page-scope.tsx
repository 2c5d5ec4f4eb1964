import { createContext, useContext } from 'react'
import type { PageScope } from './scope.ts'

const Scope = createContext<PageScope | undefined>(undefined)

export const PageScopeProvider = Scope.Provider

/** What the request knows of the page; throws outside a page. */
export function usePageScope(): PageScope {
  const scope = useContext(Scope)
  if (!scope) throw new Error('There is no page here')
  return scope
}
