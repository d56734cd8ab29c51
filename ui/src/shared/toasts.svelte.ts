/** What just happened, said once and politely, with a way to undo where there is one. */

export interface Toast {
  id: number;
  text: string;
  undo?: () => void;
  /** What one may want to do next. */
  act?: { label: string; run: () => void };
}

/** Long enough to read and reach; a toast under the pointer or focus waits. */
const STAYS_MS = 8_000;

let shown = $state.raw<readonly Toast[]>([]);
let lastId = 0;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

export function toasts(): readonly Toast[] {
  return shown;
}

export function dismiss(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  shown = shown.filter((toast) => toast.id !== id);
}

export function holdToast(id: number): void {
  clearTimeout(timers.get(id));
}

export function releaseToast(id: number, ms = STAYS_MS): void {
  clearTimeout(timers.get(id));
  timers.set(
    id,
    setTimeout(() => dismiss(id), ms),
  );
}

/** Says what happened. `stays` is longer for what can be called back later, such as a sent message. */
export function say(
  text: string,
  options: Partial<Pick<Toast, 'undo' | 'act'>> & { stays?: number } = {},
): void {
  lastId += 1;
  const { undo, act } = options;
  const toast: Toast = { id: lastId, text, ...(undo && { undo }), ...(act && { act }) };
  shown = [...shown.slice(-2), toast];
  releaseToast(toast.id, options.stays);
}

/** Takes back the latest act that can be; false if there is none. */
export function undoLast(): boolean {
  const toast = shown.findLast((each) => each.undo);
  if (!toast) return false;
  toast.undo?.();
  dismiss(toast.id);
  return true;
}
