/** What an operator asks the worker for. */
export const archiveEvents = {
  asked: 'region.archiveAsked',
  copyAsked: 'region.copyAsked',
  unmuteAsked: 'region.unmuteAsked',
} as const
