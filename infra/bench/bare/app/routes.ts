import { route, type RouteConfig } from '@remix-run/route-config'

export default [route('rows', 'rows.tsx'), route('nothing', 'nothing.tsx')] satisfies RouteConfig
