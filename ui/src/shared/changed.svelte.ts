/** Says that the book holds something new, so that whatever shows it asks the desk again. */

let changes = $state(0);

/** To be called after every act that changed the book. */
export function bookChanged(): void {
  changes += 1;
}

/** How often it has changed; read reactively. */
export function bookChanges(): number {
  return changes;
}
