import express, { type RequestHandler } from 'express'
import { demoCodesPage } from './demo-codes.tsx'
import { demoMailPages } from './demo-mail.tsx'
import { galleryPages } from './gallery/pages.tsx'

interface DemoFiles {
  /** The file of the demo's sign-ins. */
  readonly signIns: string
  /** The folder of caught mail, where the demo catches it. */
  readonly mail: string | undefined
}

/** Pages that a demo and development have and a running product has not. */
export function demoPages({ signIns, mail }: DemoFiles): RequestHandler {
  const router = express.Router().use(demoCodesPage(signIns), galleryPages())
  return mail ? router.use(demoMailPages(mail)) : router
}
