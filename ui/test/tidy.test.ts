/** What must stay true of the sources as a whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');
const MOST_LINES = 300;

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(svelte|ts)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));
const textOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const nameOf = (file: string) => relative(SRC, file);
const linesOf = (file: string) => (textOf.get(file) ?? '').split('\n').length;

function fileOf(from: string, target: string): string | undefined {
  const base = resolve(dirname(from), target);
  return [base, `${base}.ts`, `${base}.svelte.ts`, join(base, 'index.svelte.ts')].find((each) =>
    textOf.has(each),
  );
}

/** What a file really loads; types alone bind nothing at run time. */
function importsOf(file: string): string[] {
  const found = (textOf.get(file) ?? '').matchAll(
    /^\s*import\s+(?!type\b)(?:[^'"]*?from\s+)?['"](\.[^'"]+)['"]/gm,
  );
  return [...found].flatMap(([, target = '']) => fileOf(file, target) ?? []);
}

describe('the sources', () => {
  it('are found, and so is what they import', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(200);
  });

  it('import each other without going in circles', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: string[]): void => {
      if (path.includes(file))
        circles.push([...path.slice(path.indexOf(file)), file].map(nameOf).join(' → '));
      if (path.includes(file) || done.has(file)) return;
      for (const next of importsOf(file)) walk(next, [...path, file]);
      done.add(file);
    };
    files.forEach((file) => walk(file, []));
    expect(circles).toEqual([]);
  });

  it('keep to their tier: ipc and words below shared, shared below papers, then the areas, apart; app on top', () => {
    const BELOW: Record<string, readonly string[]> = {
      ipc: ['ipc'],
      words: ['words', 'ipc'],
      shared: ['shared', 'words', 'ipc'],
      app: ['*'],
    };
    const strays = files.flatMap((file) => {
      const [area = '', ...rest] = nameOf(file).split('/');
      if (rest.length === 0) return [];
      const allowed = BELOW[area] ?? [area, 'papers', 'shared', 'words', 'ipc'];
      return (
        importsOf(file)
          .filter((target) => !allowed.includes('*') && !allowed.includes(nameOf(target).split('/')[0] ?? ''))
          // The one choice the words themselves remember.
          .filter((target) => !(area === 'words' && nameOf(target) === 'shared/preferences.ts'))
          .map((target) => `${nameOf(file)} → ${nameOf(target)}`)
      );
    });
    expect(strays).toEqual([]);
  });

  it('talk to the shell in one file only', () => {
    const talkers = files.filter((file) => /@tauri-apps/.test(textOf.get(file) ?? '')).map(nameOf);
    expect(talkers).toEqual(['ipc/host.ts']);
  });

  it('load what stands in for the shell in one guarded place, so that the app does not contain it', () => {
    const loaders = files
      .filter((file) => !nameOf(file).startsWith('ipc/browser'))
      .filter((file) => /['"][./]*(ipc\/)?browser['"/]/.test(textOf.get(file) ?? ''));
    expect(loaders.map(nameOf)).toEqual(['ipc/host.ts']);
    const lines = (textOf.get(loaders[0] ?? '') ?? '').split('\n').filter((line) => /browser'/.test(line));
    for (const line of lines) {
      expect(line).toMatch(/^ {2}if \(import\.meta\.env\..*\) return \(await import\('\.\/\w+'\)\)/);
    }
  });

  it('never hold an amount as a number', () => {
    const doubtful = files.filter((file) =>
      /(parseFloat|Number)\([^)]*\b(amount|balance|total|paid)\b/.test(textOf.get(file) ?? ''),
    );
    expect(doubtful.map(nameOf)).toEqual([]);
  });

  it('can be held in the head', () => {
    // Lists of sentences and what is generated are not read from top to bottom.
    const read = files.filter((file) => !/^(words\/|ipc\/wire\.ts)/.test(nameOf(file)));
    expect(read.filter((file) => linesOf(file) > MOST_LINES).map(nameOf)).toEqual([]);
    const components = read
      .filter((file) => file.endsWith('.svelte'))
      .map(linesOf)
      .sort((a, b) => a - b);
    expect(components[Math.floor(components.length / 2)]).toBeLessThan(100);
  });
});
