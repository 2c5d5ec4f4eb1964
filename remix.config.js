// @ts-check
// The one home of Remix's options; infra/vite.config.ts hands them to the Remix Vite plugin.

/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  ssr: true,
  // Server and worker are two entries of one SSR build (infra/vite.config.ts), so the file name is theirs.
  serverBuildFile: '[name].js',
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
}
