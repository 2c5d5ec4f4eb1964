import { redirect, type ActionFunctionArgs } from '@remix-run/node'

/** Takes a form, reads it and does nothing. */
export async function action({ request }: ActionFunctionArgs) {
  await request.text()
  return redirect('/rows')
}

export default function Nothing() {
  return null
}
