import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import App from '../src/app/App.svelte';
import { lockBook, openBook } from '../src/shared/book.svelte';
import { chooseLanguage } from '../src/words/index.svelte';
import { NEW_PHRASE, PASSPHRASE } from './shelf';

vi.mock('../src/ipc/host', async () => {
  const { send } = await import('./shelf');
  const nothing = () => Promise.resolve();
  return { send, listen: nothing, tell: nothing };
});
const user = userEvent.setup();
const words = NEW_PHRASE.split(' ');

/** Menus and lists are drawn into the window's root, so there has to be one. */
function show(): void {
  const target = document.body.appendChild(document.createElement('div'));
  target.id = 'app';
  render(App, { target });
}

beforeEach(async () => {
  document.body.replaceChildren();
  chooseLanguage('en');
  location.hash = '';
  if (openBook()) await lockBook();
});

it('makes a book, shows its words once, and asks three of them back', async () => {
  show();
  await user.click(await screen.findByRole('button', { name: /New book/ }));
  await user.click(await screen.findByRole('button', { name: 'Create the book' }));

  const name = screen.getByLabelText('Business name');
  expect(name.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(name);
  await user.type(name, 'Kestrel & Wren');
  await user.click(screen.getByRole('button', { name: 'Create the book' }));

  const sheet = await screen.findByRole('list', { name: 'Recovery words, in order' });
  expect([...sheet.querySelectorAll('b')].map((word) => word.textContent)).toEqual(words);
  await user.click(screen.getByRole('button', { name: 'I have written them down' }));

  const asked = await screen.findAllByLabelText(/^Word \d+$/);
  expect(asked).toHaveLength(3);
  expect(document.body.textContent).not.toContain(words.slice(0, 3).join(' '));
  await user.type(asked[0] as HTMLElement, 'nonsense');
  await user.click(screen.getByRole('button', { name: 'Open the book' }));
  expect(openBook()).toBeUndefined();
  expect(document.activeElement).toBe(asked[0]);

  for (const field of asked) {
    const place = Number(labelOf(field).replace('Word ', ''));
    await user.clear(field);
    await user.type(field, words[place - 1] ?? '');
  }
  await user.click(screen.getByRole('button', { name: 'Open the book' }));
  expect(openBook()?.name).toBe('Kestrel & Wren');
  expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeTruthy();
});

function labelOf(field: HTMLElement): string {
  return document.querySelector(`label[for="${field.id}"]`)?.textContent ?? '';
}

it('opens what the keychain knows without a question', async () => {
  show();
  await user.click(await screen.findByRole('button', { name: /Orthodontie Moreau/ }));
  expect(await screen.findByRole('navigation')).toBeTruthy();
  expect(openBook()?.currency).toBe('CAD');
});

it('asks for the words where the computer knows no key, and says what is wrong under the field', async () => {
  show();
  await user.click(await screen.findByRole('button', { name: /Lakeside/ }));
  const field = await screen.findByLabelText('Recovery words');
  await user.type(field, 'one two three{Enter}');
  expect(screen.getByText(/A recovery phrase has 24 words\./)).toBeTruthy();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await user.clear(field);
  await user.type(field, `${NEW_PHRASE}{Enter}`);
  expect(await screen.findByRole('navigation')).toBeTruthy();
});

it('keeps what was typed when the passphrase is wrong', async () => {
  show();
  // Locked last, so it lies in front.
  await screen.findByRole('form', { name: /Lakeside/ });
  await user.click(await screen.findByRole('button', { name: 'Use the passphrase instead' }));
  const field = await screen.findByLabelText<HTMLInputElement>('Passphrase');
  await user.type(field, 'not this{Enter}');
  expect(await screen.findByText(/does not open this book/)).toBeTruthy();
  expect(field.value).toBe('not this');
  await user.clear(field);
  await user.type(field, `${PASSPHRASE}{Enter}`);
  expect(await screen.findByRole('navigation')).toBeTruthy();
});
