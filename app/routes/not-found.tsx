import { anyLoader } from '#app/core/http/routes.server.ts'
import { NotFound } from '#app/core/errors.ts'

export const loader = anyLoader(async () => {
  throw new NotFound('Page')
})

export const action = loader

export default function NotFoundPage() {
  return null
}
