import { describe, expect, it } from 'vitest';
import { asCallError, CallError } from '../src/ipc/call';

describe('what was thrown', () => {
  it('keeps its code, kind and place', () => {
    const error = asCallError({
      code: 'in_use',
      kind: 'refused',
      message: 'busy',
      field: 'path',
      row: 4,
      candidates: ['a'],
    });
    expect(error).toBeInstanceOf(CallError);
    expect({ ...error }).toMatchObject({
      code: 'in_use',
      kind: 'refused',
      field: 'path',
      row: 4,
      candidates: ['a'],
    });
  });

  it.each([
    ['a text', 'boom'],
    ['an error', new Error('boom')],
    ['a stranger', { code: 7 }],
    ['nothing', null],
    ['a kind of its own', { code: 'x', kind: 'odd', message: 'm' }],
  ])('counts as a breakage of the machine: %s', (_, thrown) => {
    expect(asCallError(thrown)).toMatchObject({ code: 'unexpected', kind: 'machine' });
  });
});
