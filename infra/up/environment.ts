/** Environment variables as one hands them on; Remix's types would demand NODE_ENV in every one. */
export type Environment = Record<string, string | undefined>

/** The same for Node's own functions. */
export function asProcessEnv(env: Environment): NodeJS.ProcessEnv {
  return env as NodeJS.ProcessEnv
}
