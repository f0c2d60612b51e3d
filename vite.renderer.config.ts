/** Builds the screens: static files that the app serves to itself over its own protocol. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { helpPictures } from './vite.help.ts';
import { licenceNotices } from './vite.licences.ts';

export default defineConfig({
  root: 'src-renderer',
  base: './',
  plugins: [svelte({ configFile: '../svelte.config.js' }), licenceNotices(), helpPictures()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // Chromium of the oldest runtime in use (Electron 33).
    target: 'chrome130',
    // Inlined assets would be data: URLs, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
