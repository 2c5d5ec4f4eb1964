export { archiveEvents } from './archive.ts'
export {
  beginArchive,
  beginCopy,
  dropOldNightly,
  failArchive,
  failCopy,
  finishArchive,
  finishCopy,
  isMutedRegion,
  noteArchiveProgress,
  openNightly,
} from './archive-steps.server.ts'
