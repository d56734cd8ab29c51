import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { onKeydown } from '../src/shared/keys.svelte';
import { nextOrder } from '../src/shared/table/columns';
import { VIRTUAL_FROM } from '../src/shared/table/virtual.svelte';
import Ledger from './Ledger.svelte';

const FRAME_PX = 600;

beforeEach(() => {
  // jsdom lays nothing out; the frame has the height it would have in a window.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(FRAME_PX);
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(FRAME_PX);
  HTMLElement.prototype.scrollTo = function (this: HTMLElement, options?: ScrollToOptions | number) {
    if (typeof options !== 'object') return;
    this.scrollTop = options.top ?? 0;
    this.dispatchEvent(new Event('scroll'));
  };
});

const bodyRows = () => [...document.querySelectorAll<HTMLElement>('tbody tr[data-index]')];
const indexes = () => bodyRows().map((row) => Number(row.dataset.index));

describe('a table', () => {
  it('draws a short list whole, so that find in page sees it', () => {
    render(Ledger, { count: VIRTUAL_FROM });
    expect(bodyRows()).toHaveLength(VIRTUAL_FROM);
  });

  it('draws of a hundred thousand rows only what is in sight, and says how many there are', async () => {
    render(Ledger, { count: 100_000 });
    await tick();
    expect(bodyRows().length).toBeGreaterThan(10);
    expect(bodyRows().length).toBeLessThan(120);
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('100002');
    expect(bodyRows()[0]?.getAttribute('aria-rowindex')).toBe('2');
  });

  it('follows the scrolling and keeps the height of what is left out', async () => {
    const onsight = vi.fn();
    render(Ledger, { count: 100_000, onsight });
    const frame = screen.getByRole('region');
    frame.scrollTop = 36 * 50_000;
    await fireEvent.scroll(frame);
    await tick();
    expect(indexes()).toContain(50_005);
    expect(indexes()[0]).toBeGreaterThan(49_900);
    const gaps = [...document.querySelectorAll<HTMLElement>('tr.gap')].map((gap) =>
      parseFloat(gap.style.height),
    );
    expect(gaps.reduce((sum, gap) => sum + gap, 0) + bodyRows().length * 36).toBe(3_600_000);
    expect(onsight.mock.lastCall?.[0]).toBe(indexes()[0]);
  });

  it('is walked with J and K from row to row, with one stop for Tab', async () => {
    addEventListener('keydown', onKeydown);
    render(Ledger, { count: 20 });
    const link = (n: number) => screen.getByRole('link', { name: `row ${n}` });
    await fireEvent.keyDown(document.body, { key: 'j' });
    await vi.waitFor(() => expect(document.activeElement).toBe(link(0)));
    await fireEvent.keyDown(link(0), { key: 'j' });
    await vi.waitFor(() => expect(document.activeElement).toBe(link(1)));
    await fireEvent.keyDown(link(1), { key: 'k' });
    await vi.waitFor(() => expect(document.activeElement).toBe(link(0)));
    await fireEvent.keyDown(link(0), { key: 'End' });
    await vi.waitFor(() => expect(document.activeElement).toBe(link(19)));
    expect(screen.getAllByRole('link').filter((each) => each.tabIndex === 0)).toEqual([link(19)]);
    removeEventListener('keydown', onKeydown);
  });

  it('holds the place of a row that is still being fetched', () => {
    render(Ledger, { count: 5, missing: 2 });
    expect(bodyRows()).toHaveLength(5);
    expect(bodyRows()[2]?.textContent).toContain('Reading');
  });

  it('has rows chosen by their names, without following their links', async () => {
    const onchosen = vi.fn();
    render(Ledger, { count: 3, chosen: 1, onchosen });
    const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
    expect([box('Select row 1').checked, box('Select all rows').indeterminate]).toEqual([true, true]);
    await fireEvent.click(box('Select row 2'));
    await fireEvent.click(box('Select all rows'));
    expect(onchosen.mock.calls).toEqual([
      [2, true],
      [-1, true],
    ]);
    expect(location.hash).toBe('');
  });

  it('builds no row anew while one scrolls: those that leave give their place to those that come', async () => {
    render(Ledger, { count: 100_000 });
    const frame = screen.getByRole('region');
    const scrollTo = async (row: number) => {
      frame.scrollTop = 36 * row;
      await fireEvent.scroll(frame);
      await tick();
      return bodyRows();
    };
    const before = new Set(await scrollTo(50_000));
    const after = await scrollTo(50_020);
    expect(after.filter((row) => !before.has(row)).length).toBeLessThanOrEqual(1);
    expect(after.map((row) => row.querySelector('a')?.textContent)).toContain('row 50025');
  });

  it('says how it is sorted', async () => {
    render(Ledger, { count: 3 });
    const head = () => screen.getAllByRole('columnheader').map((each) => each.getAttribute('aria-sort'));
    expect(head()).toEqual(['ascending', null]);
    await fireEvent.click(screen.getByRole('button', { name: 'Twice' }));
    expect(head()).toEqual([null, 'descending']);
    await fireEvent.click(screen.getByRole('button', { name: 'Twice' }));
    expect(head()).toEqual([null, 'ascending']);
  });

  it('asks for amounts from the largest and names from the first', () => {
    expect(nextOrder({ id: 'name', head: '' }, undefined)).toEqual({ id: 'name', descending: false });
    expect(
      nextOrder({ id: 'due', head: '', descendingFirst: true }, { id: 'name', descending: false }),
    ).toEqual({
      id: 'due',
      descending: true,
    });
  });
});
