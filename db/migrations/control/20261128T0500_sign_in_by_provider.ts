import { providerSignIn } from '../provider-sign-in.ts'

export const statements: readonly string[] = [...providerSignIn]
