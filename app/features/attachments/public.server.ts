export { addDraftAttachments } from './add-draft-attachments.server.ts'
export { attachToAppeal } from './attach-to-appeal.server.ts'
export { draftLimits, listAttachments, openAttachment, sizeOf, type Attachment } from './attachments.queries.server.ts'
export { removeDraftAttachment } from './remove-draft-attachment.server.ts'
