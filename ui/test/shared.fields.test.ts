import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { send } from '../src/ipc/host';
import ClientPicker from '../src/shared/ClientPicker.svelte';
import MoneyField from '../src/shared/MoneyField.svelte';
import Switch from '../src/shared/Switch.svelte';
import { chooseLanguage } from '../src/words/index.svelte';

vi.mock('../src/ipc/host', () => ({ send: vi.fn() }));

const user = userEvent.setup();

beforeEach(() => {
  document.body.replaceChildren();
  document.body.appendChild(document.createElement('div')).id = 'app';
  chooseLanguage('en');
});

/** What a field says to the form it stands in. */
function held(value: string) {
  const box = { value };
  return {
    box,
    props: {
      get value() {
        return box.value;
      },
      set value(next: string) {
        box.value = next;
      },
    },
  };
}

describe('a money field', () => {
  function show(currency: string, value = '') {
    const { box, props } = held(value);
    const options = { label: 'Amount', currency };
    render(MoneyField, Object.defineProperties(options, Object.getOwnPropertyDescriptors(props)) as never);
    return { box, field: screen.getByLabelText<HTMLInputElement>('Amount') };
  }

  it('takes either mark, hands on a decimal and shows the normal form when left', async () => {
    const { box, field } = show('CAD');
    await user.type(field, '1445,5');
    expect(box.value).toBe('1445.50');
    expect(field.value).toBe('1445,5');
    await user.tab();
    expect(field.value).toBe('1,445.50');
  });

  it('keeps what it cannot read, says why when left, and hands on nothing', async () => {
    const { box, field } = show('JPY', '500');
    await user.type(field, '.25');
    expect([box.value, field.getAttribute('aria-invalid')]).toEqual(['', null]);
    await user.tab();
    expect(field.value).toBe('500.25');
    expect(screen.getByText('JPY has no decimals.').id).toBe(
      field.getAttribute('aria-describedby')?.split(' ')[1],
    );
  });

  it('asks which of two readings is meant, before the next field', async () => {
    const { box, field } = show('CAD');
    await user.type(field, '1,445');
    expect(box.value).toBe('');
    await user.tab();
    const thousand = screen.getByRole('button', { name: 'Take 1,445.00 CAD' });
    expect(document.activeElement).toBe(thousand);
    await user.click(screen.getByRole('button', { name: 'Take 1.45 CAD' }));
    expect([box.value, field.value]).toEqual(['1.45', '1.45']);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('writes in the marks of the reader', () => {
    chooseLanguage('fr');
    const { field } = show('KWD', '1445.125');
    expect(field.value.replace(/\s/g, ' ')).toMatch(/^1 ?445,125$/);
  });
});

describe('a client picker', () => {
  const quarry = { id: 'client-3', name: 'Quarry Road', balance: { CAD: '8670.00' }, overdue: {} };

  it('asks the desk as one types, and takes what is chosen', async () => {
    vi.mocked(send).mockResolvedValue({ clients: [quarry], invoices: [], plans: [] });
    const { box, props } = held('');
    const options = { label: 'Client' };
    render(ClientPicker, Object.defineProperties(options, Object.getOwnPropertyDescriptors(props)) as never);
    await user.type(screen.getByRole('combobox'), 'quar');
    await user.click(await screen.findByText('Quarry Road'));
    expect(vi.mocked(send).mock.lastCall).toEqual(['find', { search: 'quar', limit: 12 }]);
    expect(box.value).toBe('client-3');
    expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('Quarry Road');
  });

  it('offers to add who is not there, and nobody twice', async () => {
    vi.mocked(send).mockResolvedValue({ clients: [quarry], invoices: [], plans: [] });
    const onnew = vi.fn();
    render(ClientPicker, { label: 'Client', value: '', onnew });
    const field = screen.getByRole('combobox');
    await user.type(field, 'quarry road');
    await screen.findByText('Quarry Road');
    expect(screen.queryByText(/^Add/)).toBeNull();
    await user.type(field, ' inn');
    await user.click(await screen.findByText('Add “quarry road inn” as a client'));
    expect(onnew).toHaveBeenCalledWith('quarry road inn');
  });
});

it('a switch that is locked says why and stays', async () => {
  render(Switch, { label: 'How to pay', checked: true, locked: 'Every agreement says it.' });
  const control = screen.getByRole<HTMLButtonElement>('switch', { name: 'How to pay' });
  await user.click(control);
  expect([control.getAttribute('aria-checked'), control.disabled]).toEqual(['true', true]);
  const why = document.getElementById(control.getAttribute('aria-describedby') ?? '');
  expect(why?.textContent).toContain('Every agreement says it.');
});
