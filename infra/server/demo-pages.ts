import express, { type RequestHandler } from 'express'
import { demoCodesPage } from './demo-codes.tsx'
import { demoMailPages } from './demo-mail.tsx'
import { demoSmsPages } from './demo-sms.tsx'
import { galleryPages } from './gallery/pages.tsx'

interface DemoFiles {
  /** The file of the demo's sign-ins. */
  readonly signIns: string
  /** The folder of caught mail, where the demo catches it. */
  readonly mail: string | undefined
  /** The folder of caught SMS. */
  readonly sms: string | undefined
}

/** Pages that a demo and development have and a running product has not. */
export function demoPages({ signIns, mail, sms }: DemoFiles): RequestHandler {
  const router = express.Router().use(demoCodesPage(signIns), galleryPages())
  if (mail) router.use(demoMailPages(mail))
  if (sms) router.use(demoSmsPages(sms))
  return router
}
