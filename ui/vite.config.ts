import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// The oldest views shipped with: WebKitGTK 2.42 (Safari 17), WebView2 and macOS 13's WKWebView.
const OLDEST_VIEWS = ['es2022', 'safari16.4', 'chrome111'];

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), svelteTesting()],
  // The shell may serve the window from any path; nothing is fetched from elsewhere.
  base: './',
  // The desk's example `serve`, when the window is looked at in a plain browser.
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/desk': `http://127.0.0.1:${process.env.GOODTERMS_DESK_PORT ?? 0}` },
  },
  build: {
    target: OLDEST_VIEWS,
    cssTarget: OLDEST_VIEWS,
    // One window, one file from disk: no preload helper (it would need inline script rights).
    modulePreload: false,
    // A strict font-src and img-src 'self' has no room for data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // The page of all components is for looking at while one builds; it is not shipped.
    ...(mode === 'look' && { rolldownOptions: { input: ['index.html', 'gallery.html'] } }),
  },
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
  },
}));
