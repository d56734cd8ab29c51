import { render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import Trouble from '../src/shared/Trouble.svelte';

const trouble = (code: string, kind: 'refused' | 'machine' | 'book') => ({ code, kind, message: code });

describe('a trouble on screen', () => {
  it('refused: a quiet note with the way forward, and nothing to repeat', () => {
    render(Trouble, { error: trouble('in_use', 'refused'), retry: vi.fn() });
    expect(screen.getByRole('note').textContent).toContain('Wait until it has finished');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('failed: what is safe, and a way to try again', () => {
    const retry = vi.fn();
    render(Trouble, { error: trouble('disk_failed', 'machine'), retry });
    expect(screen.getByRole('note').textContent).toContain('What was saved before is safe');
    screen.getByRole('button', { name: 'Try again' }).click();
    expect(retry).toHaveBeenCalledOnce();
  });

  it('danger: an alert, only when the data itself is at risk', () => {
    render(Trouble, { error: trouble('book_damaged', 'book') });
    expect(screen.getByRole('alert').textContent).toContain('Restore the latest backup');
  });

  it('speaks from a region that was there before', () => {
    const { container } = render(Trouble, { error: undefined });
    expect(container.querySelector('[aria-live="polite"]')).toBeTruthy();
  });
});
