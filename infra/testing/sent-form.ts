import { Readable } from 'node:stream'
import type { TenantContext } from '#app/core/context.ts'
import type { FileLimits, SentFile } from '#app/core/files.ts'
import type { SentForm } from '#app/core/http/multipart.server.ts'

/** A form with these files, by their names, as the HTTP edge hands it on. */
export async function sentForm(
  ctx: TenantContext,
  files: Readonly<Record<string, Buffer>>,
  limits: FileLimits = { most: 10, bytes: 100_000 },
): Promise<SentForm> {
  const upload = await ctx.files.openUpload()
  const received: SentFile[] = []
  for (const [name, content] of Object.entries(files).slice(0, limits.most)) {
    received.push({ field: 'files', name, ...(await upload.receive(Readable.from([content]), limits.bytes)) })
  }
  return {
    fields: [],
    files: received,
    limits,
    tooMany: Object.keys(files).length > limits.most,
    refused: undefined,
    drop: async () => {
      for (const file of received) await file.drop()
    },
  }
}
