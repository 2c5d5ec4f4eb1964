export { addDraftAttachments } from './add-draft-attachments.server.ts'
export { attachToAppeal } from './attach-to-appeal.server.ts'
export {
  draftLimits,
  listAttachments,
  listSharedAttachments,
  openAttachment,
  sizeOf,
  type Attachment,
} from './attachments.queries.server.ts'
export { removeDraftAttachment, removeDraftAttachments } from './remove-draft-attachments.server.ts'
export { listUnscanned, scanAttachment } from './scan-attachment.server.ts'
