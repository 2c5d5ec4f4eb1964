// The Remix plugin's options live in remix.config.js, at the top of the house; this file only adds how it is built.
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from '../remix.config.js'

const root = path.resolve(import.meta.dirname, '..')

/** Server and worker as two entries of one SSR build: shared modules stay shared, and no process loads one twice. */
function serverAndWorker(): Plugin {
  return {
    name: 'bir-tereze:server-and-worker',
    enforce: 'post',
    config(config, { isSsrBuild }) {
      const rollup = config.build?.rollupOptions
      if (!isSsrBuild || !rollup) return
      // Assigned, not merged: Vite would append to the plugin's own single entry.
      rollup.input = {
        server: path.join(root, 'infra/server/main.ts'),
        worker: path.join(root, 'infra/worker/main.ts'),
      }
    },
  }
}

/**
 * Scripts of pages that the server alone knows (a demo's): Remix carries their styles and pictures over to what browsers
 * may ask for, and leaves scripts behind.
 */
function scriptsOfServerPages(): Plugin {
  return {
    name: 'bir-tereze:scripts-of-server-pages',
    apply: (_config, { isSsrBuild }) => isSsrBuild === true,
    writeBundle({ dir = '' }, bundle) {
      const scripts = Object.values(bundle).filter(({ type, fileName }) => type === 'asset' && fileName.endsWith('.js'))
      for (const { fileName } of scripts)
        copyFileSync(path.join(dir, fileName), path.join(root, 'build/client', fileName))
    },
  }
}

export default defineConfig({
  root,
  plugins: [remix(remixConfig), serverAndWorker(), scriptsOfServerPages()],
  build: { target: 'es2022', assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 1000 },
  ssr: { target: 'node' },
})
