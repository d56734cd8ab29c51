/**
 * Looks at every screen the way the shell shows it: a production build over the made-up desk, served with the
 * strict content policy, in a real browser. Takes pictures into look/, and fails on accessibility findings,
 * console errors, policy violations or sideways scrolling.
 *
 *   npm run look [-- name…]          CHROMIUM=/path/to/chromium if it is not /usr/bin/chromium
 */
import { createServer } from 'node:http';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { SCENES, VARIANTS } from './scenes.mjs';

const ROOT = new URL('..', import.meta.url).pathname;
const SITE = join(ROOT, 'node_modules/.cache/look');
const PICTURES = join(ROOT, 'look');
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

function serve() {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/favicon.ico') return response.writeHead(204).end();
    const file = path === '/' ? '/index.html' : path;
    try {
      const body = await readFile(join(SITE, file));
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'text/plain',
        'content-security-policy': POLICY,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)));
}

async function findings(page) {
  // Through the debugger, so that the content policy of the page stays as strict as it is.
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // An open menu or calendar lies beside the landmarks by its nature.
      rules: { region: { enabled: false } },
    }),
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      (node) =>
        `${impact} ${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ''}`,
    ),
  );
}

const only = process.argv.slice(2);
if (!process.env.LOOK_NO_BUILD)
  await build({ root: ROOT, mode: 'look', logLevel: 'warn', build: { outDir: SITE, emptyOutDir: true } });
await mkdir(PICTURES, { recursive: true });
const server = await serve();
const origin = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let wrong = 0;
let taken = 0;

for (const scene of SCENES) {
  for (const variant of VARIANTS) {
    const name = `${scene.name}-${variant.name}`;
    if (
      only.length > 0
        ? !only.some((part) => name.includes(part))
        : scene.only && !scene.only.includes(variant.name)
    )
      continue;
    const context = await browser.newContext({
      viewport: variant.size,
      locale: variant.locale,
      colorScheme: variant.dark ? 'dark' : 'light',
      forcedColors: variant.forced ? 'active' : 'none',
      reducedMotion: 'reduce',
      timezoneId: 'America/Toronto',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(5_000);
    // The shell freezes it too (freezePrototype).
    await page.addInitScript(() => Object.freeze(Object.prototype));
    const said = [];
    page.on(
      'console',
      (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()),
    );
    page.on('pageerror', (error) => said.push(String(error)));
    if (variant.text) {
      await page.addInitScript((size) => {
        // Before any style is read, as a system's text size would be.
        new MutationObserver((_, observer) => {
          if (!document.documentElement) return;
          document.documentElement.style.fontSize = size;
          observer.disconnect();
        }).observe(document, { childList: true });
      }, variant.text);
    }
    try {
      await page.goto(origin + (scene.query ?? ''));
      await page.evaluate(() => document.fonts.ready);
      await scene.play(page, variant);
      await page.waitForTimeout(150);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (sideways > 0) said.push(`scrolls sideways by ${sideways} px`);
      if (!variant.forced) said.push(...(await findings(page)));
    } catch (error) {
      said.push(String(error));
    }
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    taken += 1;
    for (const line of new Set(said)) console.log(`${name}: ${line}`);
    wrong += said.length;
    await context.close();
  }
}

await browser.close();
server.close();
console.log(`${taken} pictures in look/, ${wrong} findings`);
process.exitCode = wrong > 0 ? 1 : 0;
