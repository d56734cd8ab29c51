/** What the whole window shows in front of a page: the palette or the sheet of keys. Never both. */

type Overlay = 'palette' | 'keys';

let shown = $state<Overlay | undefined>();

export function overlay(): Overlay | undefined {
  return shown;
}

export function showOverlay(next: Overlay): void {
  shown = next;
}

export function putAway(): void {
  shown = undefined;
}
