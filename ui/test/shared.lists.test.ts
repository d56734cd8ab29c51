import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { onKeydown } from '../src/shared/keys.svelte';
import Bars from '../src/shared/chart/Bars.svelte';
import Steps from '../src/shared/chart/Steps.svelte';
import InstalmentDots from '../src/shared/InstalmentDots.svelte';
import Paper from '../src/shared/Paper.svelte';
import { chooseLanguage } from '../src/words/index.svelte';
import Worklist from './Worklist.svelte';

beforeEach(() => chooseLanguage('en'));

const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });

describe('instalment dots', () => {
  const due = ['2026-09-14', '2026-10-13', '2026-11-12', '2026-12-14'];
  const states = ['kept', 'kept', 'grace', 'to_come'] as const;
  const instalments = states.map((state, n) => ({ n: n + 1, due: due[n] ?? '', state, amount: '720.00' }));

  it('say each date in words, and stop where it matters now', () => {
    render(InstalmentDots, { instalments, currency: 'CAD' });
    const dots = screen.getAllByRole('button');
    expect(dots.map((dot) => dot.getAttribute('aria-label'))[2]).toMatch(
      /^3 of 4, due Thu.*12.*, 720\.00 CAD, in grace$/,
    );
    expect(dots.map((dot) => dot.tabIndex)).toEqual([-1, -1, 0, -1]);
  });

  it('are read one by one with the arrows', async () => {
    render(InstalmentDots, { instalments, currency: 'CAD' });
    const dots = screen.getAllByRole('button');
    dots[2]?.focus();
    await press('ArrowRight', dots[2]);
    expect(document.activeElement).toBe(dots[3]);
    expect(screen.getByText(/^4 of 4 · due Mon.*14.* · 720\.00 CAD · to come$/)).toBeTruthy();
    await press('Home', dots[3]);
    expect(document.activeElement).toBe(dots[0]);
  });
});

describe('things to do', () => {
  it('are walked with J and K across their groups, from the one that is open', async () => {
    addEventListener('keydown', onKeydown);
    render(Worklist, { open: 'b' });
    await press('j');
    expect(document.activeElement?.textContent).toContain('Third');
    await press('k');
    await press('k');
    expect(document.activeElement?.textContent).toContain('First');
    await press('End', document.activeElement ?? document.body);
    expect(document.activeElement?.textContent).toContain('Third');
    expect(screen.getByRole('link', { current: true }).textContent).toContain('Second');
    removeEventListener('keydown', onKeydown);
  });
});

describe('paper', () => {
  const page = (text: string) => `<svg xmlns="http://www.w3.org/2000/svg"><text>${text}</text></svg>`;
  const images = () => screen.getAllByRole<HTMLImageElement>('img');

  it('shows the very pages, each with its words, and says which one it is', () => {
    render(Paper, { pages: [page('Équité'), page('2')], label: 'Agreement', ribbon: 'draft' });
    expect(images().map((image) => image.alt)).toEqual([
      'Agreement, page 1 of 2 (draft)',
      'Agreement, page 2 of 2 (draft)',
    ]);
    const bytes = Uint8Array.from(atob(images()[0]?.src.split(',')[1] ?? ''), (c) => c.charCodeAt(0));
    expect(new TextDecoder().decode(bytes)).toBe(page('Équité'));
    expect(screen.getByText('Page 1 of 2')).toBeTruthy();
  });

  it('grows and shrinks by key, within bounds', async () => {
    addEventListener('keydown', onKeydown);
    render(Paper, { pages: [page('1')], label: 'Agreement' });
    await press('+');
    expect(screen.getByText('125%')).toBeTruthy();
    for (let n = 0; n < 9; n += 1) await press('-');
    expect(screen.getByText('50%')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Smaller' }).disabled).toBe(true);
    removeEventListener('keydown', onKeydown);
  });

  it('keeps the last pages while new ones are drawn', async () => {
    const { rerender } = render(Paper, { pages: [page('1')], label: 'Agreement' });
    await rerender({ busy: true });
    expect(images()).toHaveLength(1);
    expect(screen.getByRole('region', { name: 'Agreement' }).getAttribute('aria-busy')).toBe('true');
  });
});

describe('charts', () => {
  it('measure bars against the longest, and figure each in place', () => {
    const bars = [
      { label: 'Not due yet', value: '16017.00' },
      { label: '1–30 days', value: '8008.50' },
      { label: '31–60', value: '0.00' },
    ];
    render(Bars, { label: 'By age', bars });
    const widths = [...document.querySelectorAll<HTMLElement>('.bar')].map((bar) => bar.style.width);
    expect(widths).toEqual(['100%', '50%', '0%']);
    expect(screen.getByRole('figure', { name: 'By age' }).textContent).toContain('8,008.50');
  });

  it('climb in steps along a shared axis', () => {
    const points = [
      { day: '2026-11-11', sum: '50.00' },
      { day: '2026-11-21', sum: '100.00' },
    ];
    render(Steps, { label: 'Standard', points, from: '2026-11-01', until: '2026-11-21', total: '100.00' });
    expect(document.querySelector('path')?.getAttribute('d')).toEqual(
      expect.stringMatching(/^M0,40L50,40L50,20L100,20L100,0/),
    );
  });
});
