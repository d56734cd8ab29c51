/** Which parts of a name are what was typed, whatever its accents and capitals. */
import { fold } from '../../shared/fold';

export interface Part {
  text: string;
  hit: boolean;
}

/** The name folded, with the place in the name that each folded letter came from. */
function folded(name: string): { text: string; from: number[] } {
  let text = '';
  const from: number[] = [];
  let at = 0;
  for (const letter of name) {
    const plain = fold(letter);
    text += plain;
    for (let n = 0; n < plain.length; n += 1) from.push(at);
    at += letter.length;
  }
  return { text, from: [...from, name.length] };
}

/** Cuts a name where what was typed begins and ends: the whole of it, or else each of its words. */
export function marked(name: string, typed: string): Part[] {
  const search = fold(typed.trim());
  if (!search) return [{ text: name, hit: false }];
  const { text, from } = folded(name);
  const sought = text.includes(search) ? [search] : search.split(/\s+/);
  const hits = new Array<boolean>(name.length).fill(false);
  for (const word of sought) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      hits.fill(true, from[at], from[at + word.length]);
    }
  }
  const parts: Part[] = [];
  for (let at = 0; at < name.length; at += 1) {
    const hit = hits[at] === true;
    const last = parts.at(-1);
    if (last?.hit === hit) last.text += name[at];
    else parts.push({ text: name[at] ?? '', hit });
  }
  return parts;
}

/** Whether all words typed stand in the name. */
export function holds(name: string, typed: string): boolean {
  const text = fold(name);
  return fold(typed.trim())
    .split(/\s+/)
    .every((word) => text.includes(word));
}
