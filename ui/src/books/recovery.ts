/** The 24 recovery words on their way to paper: which three are asked for, and whether they fit. */

export const WORDS_IN_PHRASE = 24;
export const WORDS_ASKED = 3;

export function wordsOf(phrase: string): string[] {
  return phrase.trim().split(/\s+/).filter(Boolean);
}

/** Three different positions, in order, that nobody can know before. */
export function drawPositions(count: number, random: (below: number) => number = randomBelow): number[] {
  const left = Array.from({ length: count }, (_, index) => index);
  const drawn: number[] = [];
  while (drawn.length < Math.min(WORDS_ASKED, count)) {
    const [position] = left.splice(random(left.length), 1);
    if (position !== undefined) drawn.push(position);
  }
  return drawn.sort((a, b) => a - b);
}

export function fits(typed: string, word: string | undefined): boolean {
  return word !== undefined && typed.trim().toLowerCase() === word.toLowerCase();
}

function randomBelow(below: number): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return value % below;
}
