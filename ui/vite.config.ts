import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// The oldest views shipped with: WebKitGTK 2.42 (Safari 17), WebView2 and macOS 13's WKWebView.
const OLDEST_VIEWS = ['es2022', 'safari16.4', 'chrome111'];

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  // The shell may serve the window from any path; nothing is fetched from elsewhere.
  base: './',
  server: { port: 5173, strictPort: true },
  build: {
    target: OLDEST_VIEWS,
    cssTarget: OLDEST_VIEWS,
    // One window, one file from disk: no preload helper (it would need inline script rights).
    modulePreload: false,
    // A strict font-src and img-src 'self' has no room for data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
