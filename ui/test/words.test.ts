import { describe, expect, it } from 'vitest';
import { en } from '../src/words/en';
import { fr } from '../src/words/fr';
import { SEVERITY } from '../src/words/severity';
import { sayTrouble } from '../src/words/trouble';

/** Stands in for whatever a sentence is told: a count, a text, a list, a way to write days. Reads as 3. */
const anything: unknown = new Proxy(() => '3', {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '3' : anything),
  apply: () => anything,
});

function sentence(say: (...told: unknown[]) => unknown): unknown {
  try {
    const plain = say('3', '3', '3', '3');
    if (typeof plain === 'string' && !plain.includes('undefined')) return plain;
  } catch {
    // It wants more than texts and counts.
  }
  const said = say(anything, anything, anything, anything);
  return typeof said === 'function' ? String(said) : said;
}

/** Every word by its path; sentences are said with plausible values. */
function spoken(words: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const here = path ? `${path}.${key}` : key;
    const said = typeof value === 'function' ? sentence(value as () => unknown) : value;
    if (typeof said === 'string') found.set(here, said);
    else if (typeof said === 'object' && said !== null)
      for (const [inner, text] of spoken(said, here)) found.set(inner, text);
  }
  return found;
}

/** Words that are the same in both languages, in this trade; languages are named in themselves. */
const SAME = new Set(
  `client clients conversation date dates documents english français goodterms licence logo notes parties signatures total
   version`.split(/\s+/),
);
/** Where a sentence's link leads is no word. */
const LEADS = /\.part$/;
const lettersOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

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
    const left = [...english].filter(
      ([path, text]) =>
        text === french.get(path) &&
        !LEADS.test(path) &&
        lettersOf(text).some((word) => word.length > 1 && !SAME.has(word)),
    );
    expect(left).toEqual([]);
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
