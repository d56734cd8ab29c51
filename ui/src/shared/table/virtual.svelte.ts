/**
 * Which rows of a long list are in sight: TanStack Virtual with a reactive face.
 *
 * Rows are all of one height, so nothing is measured and a hundred thousand rows cost as much as thirty.
 */
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';

/** Below this many rows everything is drawn, so that the view's own "find in page" sees it all. */
export const VIRTUAL_FROM = 200;
/**
 * Rows drawn beyond either edge. Web views scroll before they ask what to draw, so a hard turn of the wheel
 * must not outrun them.
 */
const OVERSCAN = 30;

export interface Sight {
  /** First row drawn, and the one after the last. */
  start: number;
  end: number;
  /** Height left out above and below, in px. */
  before: number;
  after: number;
}

/** A row to draw, and the place on the page that draws it. */
export interface Slot {
  slot: number;
  index: number;
}

export class VirtualRows {
  sight = $state.raw<Sight>({ start: 0, end: 0, before: 0, after: 0 });

  /** A row that leaves gives its place to the one that enters, which is cheaper than building it anew. */
  readonly slots = $derived.by<readonly Slot[]>(() => {
    const { start } = this.sight;
    // The list may have become shorter since one looked.
    const end = Math.max(start, Math.min(this.sight.end, this.#count()));
    this.#places = Math.max(this.#places, end - start);
    return Array.from({ length: end - start }, (_, at) => ({
      slot: (start + at) % this.#places,
      index: start + at,
    }));
  });
  #places = 1;

  readonly #scroller: () => HTMLElement | undefined;
  readonly #count: () => number;
  readonly #rowHeight: () => number;
  readonly #virtualizer: Virtualizer<HTMLElement, Element>;

  /** `rowHeight` in px. Must be made while a component is set up. */
  constructor(scroller: () => HTMLElement | undefined, count: () => number, rowHeight: () => number) {
    this.#scroller = scroller;
    this.#count = count;
    this.#rowHeight = rowHeight;
    this.#virtualizer = new Virtualizer(untrack(() => this.#options()));

    $effect(() => {
      if (!scroller()) return;
      const clean = untrack(() => this.#virtualizer._didMount());
      return clean;
    });
    $effect(() => {
      this.#virtualizer.setOptions(this.#options());
      untrack(() => {
        this.#virtualizer.measure();
        this.#virtualizer._willUpdate();
        this.#look();
      });
    });
  }

  /** Brings a row into sight, moving as little as needed. */
  reveal(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: 'auto' });
    this.#look();
  }

  #options(): VirtualizerOptions<HTMLElement, Element> {
    const scroller = this.#scroller() ?? null;
    const height = this.#rowHeight();
    return {
      count: this.#count(),
      getScrollElement: () => scroller,
      estimateSize: () => height,
      overscan: OVERSCAN,
      scrollPaddingStart: height,
      scrollPaddingEnd: height * 2,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.#look(),
    };
  }

  #look(): void {
    const count = this.#count();
    if (count <= VIRTUAL_FROM) {
      this.sight = { start: 0, end: count, before: 0, after: 0 };
      return;
    }
    const items = this.#virtualizer.getVirtualItems();
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) {
      // Not measured yet: draw a screenful rather than nothing.
      const end = Math.min(count, OVERSCAN * 3);
      this.sight = { start: 0, end, before: 0, after: (count - end) * this.#rowHeight() };
      return;
    }
    const sight: Sight = {
      start: first.index,
      end: last.index + 1,
      before: first.start,
      after: this.#virtualizer.getTotalSize() - last.end,
    };
    // Most scrolling moves no row in or out.
    if (JSON.stringify(sight) !== JSON.stringify(this.sight)) this.sight = sight;
  }
}
