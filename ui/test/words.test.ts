import { describe, expect, it } from 'vitest';
import { en } from '../src/words/en';
import { fr } from '../src/words/fr';
import { SEVERITY } from '../src/words/severity';
import { sayTrouble } from '../src/words/trouble';

/** Every word by its path; functions are called with plausible values. */
function spoken(words: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const here = path ? `${path}.${key}` : key;
    if (here === 'history') continue;
    if (typeof value === 'string') found.set(here, value);
    else if (typeof value === 'function')
      found.set(here, String((value as (...args: unknown[]) => unknown)('3', '3', '3')));
    else for (const [inner, text] of spoken(value as object, here)) found.set(inner, text);
  }
  return found;
}

const english = spoken(en);
const french = spoken(fr);

describe('words', () => {
  it('say the same things in both languages', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
    expect(Object.keys(fr.history).sort()).toEqual(Object.keys(en.history).sort());
  });

  it.each([
    ['English', english],
    ['French', french],
  ])('are never empty, urgent or shouting: %s', (_, all) => {
    for (const [path, text] of all) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/!|undefined|delinquent|bad debt|mauvais payeur/i);
    }
  });

  it('are written in French, not left in English', () => {
    const same = [...english].filter(
      ([path, text]) => text === french.get(path) && /[a-z]{4,} [a-z]{4,}/i.test(text),
    );
    expect(same.map(([path]) => path)).toEqual([]);
  });

  it('keep French signs from standing alone at a line end', () => {
    for (const [path, text] of french) expect(text, path).not.toMatch(/[a-zé)»] ?\?$/);
  });

  it('count one and many', () => {
    expect(en.invoices.daysLate(1, '1')).toBe('1 day late');
    expect(en.invoices.daysLate(2, '2')).toBe('2 days late');
    expect(fr.invoices.daysLate(1, '1')).toBe('1 jour de retard');
    expect(fr.clients.all(0, '0')).toBe('0 client');
  });
});

describe('refused and failed', () => {
  it('are told apart by code', () => {
    expect(sayTrouble({ code: 'in_use', kind: 'refused', message: '' }, en).severity).toBe('refused');
    expect(sayTrouble({ code: 'disk_full', kind: 'machine', message: '' }, en).severity).toBe('failed');
    expect(sayTrouble({ code: 'book_damaged', kind: 'book', message: '' }, en).severity).toBe('danger');
    expect(sayTrouble({ code: 'passphrase_wrong', kind: 'book', message: '' }, en).severity).toBe('input');
  });

  it('have a sentence and a next step for every code, in both languages', () => {
    for (const code of Object.keys(SEVERITY) as (keyof typeof SEVERITY)[]) {
      for (const words of [en, fr]) {
        expect(words.troubles[code].sentence, code).toMatch(/[.]$/);
        expect(words.troubles[code].next, code).toMatch(/[.]$/);
      }
    }
  });

  it("pass on the desk's own sentence for a code without words", () => {
    const said = sayTrouble(
      { code: 'from_the_future', kind: 'refused', message: 'Not now.', hint: 'Later.' },
      fr,
    );
    expect(said).toEqual({ severity: 'refused', sentence: 'Not now.', next: 'Later.' });
    expect(sayTrouble({ code: 'constructor', kind: 'machine', message: 'Broke.' }, en).severity).toBe(
      'failed',
    );
  });
});
