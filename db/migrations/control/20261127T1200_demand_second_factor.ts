import { secondFactorDemand } from '../second-factor-demand.ts'

export const statements: readonly string[] = secondFactorDemand
