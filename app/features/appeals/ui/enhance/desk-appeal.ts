import { improveDraft } from './draft.ts'
import { improvePresence } from './presence.ts'

const draft = improveDraft()
improvePresence(() => draft.isBeingWritten())
