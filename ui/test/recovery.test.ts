import { describe, expect, it } from 'vitest';
import { drawPositions, fits, wordsOf } from '../src/books/recovery';
import { fileName } from '../src/books/newBook.svelte';

describe('recovery words', () => {
  it('are asked for at three different places, in order', () => {
    for (let times = 0; times < 200; times += 1) {
      const drawn = drawPositions(24);
      expect(new Set(drawn).size).toBe(3);
      expect([...drawn].sort((a, b) => a - b)).toEqual(drawn);
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...drawn)).toBeLessThan(24);
    }
  });

  it('can be asked for at any place', () => {
    const seen = new Set(Array.from({ length: 400 }, () => drawPositions(24)).flat());
    expect(seen.size).toBe(24);
  });

  it('fit whatever the case and the spaces around them', () => {
    expect([fits(' Orbit ', 'orbit'), fits('orbi', 'orbit'), fits('', undefined)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(wordsOf('  one\n two\tthree ')).toEqual(['one', 'two', 'three']);
  });
});

it('makes a file name every system takes', () => {
  expect(fileName('Birch & Ferry: Mill/work?')).toBe('Birch & Ferry Mill work');
  expect(fileName('Orthodontie Moreau inc.')).toBe('Orthodontie Moreau inc');
  expect(fileName(' ... ')).toBe('Book');
});
