import path from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from '../../../remix.config.js'

// The product's own options, so that what is compared is the product and not how it was built.
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../../..'),
  plugins: [
    remix({
      ...remixConfig,
      appDirectory: 'infra/bench/bare/app',
      buildDirectory: '.cache/bench',
      serverBuildFile: 'index.js',
    }),
  ],
  build: { target: 'es2022', reportCompressedSize: false },
  ssr: { target: 'node' },
})
