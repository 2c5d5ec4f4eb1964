import { createTransport } from 'nodemailer'
import type { Letter } from '#app/core/letter.ts'

export interface Mailer {
  /** Resolves false when the server refuses the person for good (5xx), true when it took the mail, else throws. */
  send(letter: Letter, messageId: string): Promise<boolean>
  close(): void
}

/** Mail by SMTP. `url` as nodemailer takes it (`smtp://user:password@host:port`), `from` a mailbox with a name. */
export function openMailer(url: string, from: string): Mailer {
  const transport = createTransport(
    { url, pool: true, maxConnections: 2 },
    { from, disableFileAccess: true, disableUrlAccess: true },
  )
  return {
    send: async ({ to, subject, text }, messageId) => {
      try {
        await transport.sendMail({ to: { name: '', address: to }, subject, text, messageId })
        return true
      } catch (error) {
        const code = (error as { responseCode?: number }).responseCode
        if ((error as { code?: string }).code === 'EENVELOPE' && (code === undefined || code >= 500)) return false
        throw error
      }
    },
    close: () => transport.close(),
  }
}
