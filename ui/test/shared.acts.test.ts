import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CallError } from '../src/ipc/call';
import Confirm from '../src/shared/Confirm.svelte';
import { onKeydown } from '../src/shared/keys.svelte';
import Menu from '../src/shared/Menu.svelte';
import Progress from '../src/shared/Progress.svelte';
import { chooseLanguage } from '../src/words/index.svelte';

const user = userEvent.setup();
const children = createRawSnippet(() => ({ render: () => '<p>The draft goes. The invoices stay.</p>' }));

beforeEach(() => {
  document.body.replaceChildren();
  document.body.appendChild(document.createElement('div')).id = 'app';
  chooseLanguage('en');
});

describe('before an act that cannot be undone', () => {
  const asked = { open: true, title: 'Delete the draft', act: 'Delete the draft', children };

  it('what changes nothing is at hand, and Escape leaves it as it is', async () => {
    const onconfirm = vi.fn();
    render(Confirm, { ...asked, onconfirm });
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete the draft' });
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('Leave it as it is'));
    expect(document.getElementById(dialog.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'The invoices stay.',
    );
    await user.keyboard('{Escape}');
    await vi.waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(onconfirm).not.toHaveBeenCalled();
  });

  it('a refusal is said where the act was, and the dialog stays', async () => {
    const refusal = new CallError({ code: 'from_the_future', kind: 'refused', message: 'It is on a plan.' });
    render(Confirm, { ...asked, onconfirm: () => Promise.reject(refusal) });
    await user.click(await screen.findByRole('button', { name: 'Delete the draft' }));
    expect(await screen.findByText('It is on a plan.')).toBeTruthy();
    expect(screen.getByRole('alertdialog')).toBeTruthy();
  });

  it('the dialog goes when it is done', async () => {
    render(Confirm, { ...asked, onconfirm: () => Promise.resolve() });
    await user.click(await screen.findByRole('button', { name: 'Delete the draft' }));
    await vi.waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });
});

it('a menu keeps what cannot be done in sight, with the reason', async () => {
  const [pay, demand] = [vi.fn(), vi.fn()];
  render(Menu, {
    label: 'More acts',
    items: [
      { label: 'Record a payment', onselect: pay },
      { label: 'Issue a demand', onselect: demand, disabled: 'INV-1206 is in dispute.' },
    ],
  });
  await user.click(screen.getByRole('button', { name: 'More acts' }));
  const refused = (await screen.findByText('INV-1206 is in dispute.')).closest('[role=menuitem]');
  expect(refused?.getAttribute('aria-disabled')).toBe('true');
  await user.click(refused as HTMLElement);
  await user.click(screen.getByText('Record a payment'));
  expect([pay.mock.calls.length, demand.mock.calls.length]).toEqual([1, 0]);
});

describe('long work', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('says nothing at first, then shows a bar, then counts', async () => {
    render(Progress, { busy: true, label: 'Lines read', done: 412, of: 1930 });
    expect(screen.queryByRole('progressbar')).toBeNull();
    await vi.advanceTimersByTimeAsync(400);
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toMatch(/^21/);
    expect(screen.queryByText(/412/)).toBeNull();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(screen.getByText('Lines read: 412 of 1,930')).toBeTruthy();
  });

  it('is asked to stop by Escape, once', async () => {
    addEventListener('keydown', onKeydown);
    const oncancel = vi.fn();
    const { rerender } = render(Progress, { busy: true, label: 'Lines read', oncancel });
    await vi.advanceTimersByTimeAsync(2_400);
    const escape = () =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    escape();
    await rerender({ cancelling: true });
    escape();
    expect(oncancel).toHaveBeenCalledTimes(1);
    expect(screen.getByText('Stopping…')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    removeEventListener('keydown', onKeydown);
  });
});
