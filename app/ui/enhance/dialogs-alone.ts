/** For pages that have dialogs and no other script. */
import { improveDialogs } from './dialogs.ts'

improveDialogs()
