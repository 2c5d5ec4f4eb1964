import { createTransport } from 'nodemailer'
import { NotTaken } from '#app/core/errors.ts'
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
    send: async ({ to, subject, text, files = [] }, messageId) => {
      const attachments = files.map(({ name, mediaType, content }) => ({
        filename: name,
        contentType: mediaType,
        content,
      }))
      try {
        await transport.sendMail({ to: { name: '', address: to }, subject, text, messageId, attachments })
        return true
      } catch (error) {
        const { code, command, responseCode = 0 } = error as { code?: string; command?: string; responseCode?: number }
        // Only a word about the recipient is about the person: a refused sender is our own fault and may be mended.
        if (code === 'EENVELOPE' && command === 'RCPT TO' && responseCode >= 500) return false
        throw new NotTaken('The mail server', [code, responseCode].filter(Boolean).join(' '))
      }
    },
    close: () => transport.close(),
  }
}
