/** Work the desk may be at for a while: how far it has come, stopping it, and how it ended. */
import { asCallError, call, type CallError } from '../ipc/call';
import type { WorkView } from '../ipc/wire';
import { words } from '../words/index.svelte';

const LOOK_MS = 150;

export class Work {
  /** How far the desk says it is; nothing between two looks that fail. */
  seen = $state.raw<WorkView | undefined>();
  busy = $state(false);
  stopping = $state(false);
  failure = $state.raw<CallError | undefined>();
  /** Whether the desk itself is at it; before that it waits, for instance for a dialog of the system. */
  readonly begun = $derived(this.seen !== undefined && this.seen.phase !== 'idle');
  readonly #counted = $derived(this.seen && this.seen.of > 0 ? this.seen : undefined);

  get done(): number | undefined {
    return this.#counted?.done;
  }
  get of(): number | undefined {
    return this.#counted?.of;
  }

  /** What it is at, in words; `before` where it has not begun. */
  said(before: string): string {
    const phase = this.seen?.phase ?? 'idle';
    return phase === 'idle' ? before : words().shared.progress.phases[phase];
  }

  /** Undefined if it was refused, stopped or broke; `failure` says which. */
  async run<T>(act: () => Promise<T>): Promise<T | undefined> {
    this.busy = true;
    this.stopping = false;
    this.failure = undefined;
    const looking = setInterval(() => void this.#look(), LOOK_MS);
    try {
      return await act();
    } catch (thrown) {
      this.failure = asCallError(thrown);
      return undefined;
    } finally {
      clearInterval(looking);
      this.busy = false;
      this.seen = undefined;
    }
  }

  stop = (): void => {
    this.stopping = true;
    // If it cannot be asked to stop, it goes on and says how it ended.
    call('work_cancel', {}).catch(() => (this.stopping = false));
  };

  async #look(): Promise<void> {
    try {
      const seen = await call('work_view', {});
      if (this.busy) this.seen = seen;
    } catch {
      this.seen = undefined; // Only the counts are missing then.
    }
  }
}
