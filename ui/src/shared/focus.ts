/** Where the focus begins. */
import { tick } from 'svelte';

/** Puts the focus on a field when it appears, after a dialog has noted where the focus goes back to. */
export function focusFirst(wanted: boolean | undefined): (node: HTMLElement) => void {
  return (node) => {
    if (wanted) void tick().then(() => node.focus());
  };
}

const FIELDS = ':is(input, textarea, [role="spinbutton"]):not([type="hidden"], :disabled, [tabindex="-1"])';

/** Takes the focus into a dialog: to what asked for it, else to what `begin` finds, else to the dialog itself. */
export async function enter(dialog: () => HTMLElement | undefined, begin = `.body ${FIELDS}`): Promise<void> {
  await tick();
  const sheet = dialog();
  if (!sheet || sheet.contains(document.activeElement)) return;
  (sheet.querySelector<HTMLElement>(begin) ?? sheet).focus();
}
