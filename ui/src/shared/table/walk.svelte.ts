/** Going through the rows of a table by keys: J and K from anywhere, arrows, pages, Home and End once inside. */
import { tick } from 'svelte';

interface Ground {
  frame: () => HTMLElement | undefined;
  count: () => number;
  /** Rows that fit on one screen. */
  page: () => number;
  /** Scrolls so far that the row is drawn. */
  reveal: (index: number) => void;
}

export class Walk {
  /** The row one stands on. */
  current = $state(0);

  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** One row on or back; from outside, first to where one stood. */
  step(by: number): void {
    const body = document.activeElement?.closest('tbody');
    const inside = Boolean(body && this.#ground.frame()?.contains(body));
    void this.#to(inside ? this.current + by : this.current);
  }

  onkeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = this.#target(event.key);
    if (to === undefined) return;
    event.preventDefault();
    void this.#to(to);
  };

  #target(key: string): number | undefined {
    const { count, page } = this.#ground;
    switch (key) {
      case 'ArrowDown':
        return this.current + 1;
      case 'ArrowUp':
        return this.current - 1;
      case 'PageDown':
        return this.current + page();
      case 'PageUp':
        return this.current - page();
      case 'Home':
        return 0;
      case 'End':
        return count() - 1;
      default:
        return undefined;
    }
  }

  #linkAt(index: number): HTMLElement | null {
    return this.#ground.frame()?.querySelector<HTMLElement>(`tr[data-index="${index}"] a`) ?? null;
  }

  async #to(index: number): Promise<void> {
    const count = this.#ground.count();
    if (count === 0) return;
    this.current = Math.min(count - 1, Math.max(0, index));
    this.#ground.reveal(this.current);
    await tick();
    // The virtualiser may need a frame to draw what it scrolled to.
    if (!this.#linkAt(this.current)) await new Promise((drawn) => requestAnimationFrame(drawn));
    const link = this.#linkAt(this.current);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'nearest' });
  }
}
