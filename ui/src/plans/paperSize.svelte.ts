/** How large the agreement stands beside the work; it stays so from page to page. */

export type PaperSize = 'printed' | 'reading';

let size = $state<PaperSize>('printed');

export function paperSize(): PaperSize {
  return size;
}

export function setPaperSize(next: PaperSize): void {
  size = next;
}
