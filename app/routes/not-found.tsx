import { anyLoader } from '#app/core/http/routes.server.ts'
import { NotFound } from '#app/core/errors.ts'

const nothingHere = async () => {
  throw new NotFound('Page')
}

export const loader = anyLoader(nothingHere)
export const action = anyLoader(nothingHere)

export default function NotFoundPage() {
  return null
}
