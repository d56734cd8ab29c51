/**
 * The real desk behind a plain browser: development and pictures. Production builds do not contain it.
 *
 * `scripts/look.mjs` and the development server pass `/desk/…` on to the desk's example `serve`. Files are
 * chosen by `chosenFiles`, which a script may fill, else by asking for a path.
 */
import type { CommandName } from './wire';

declare global {
  var chosenFiles: string[] | undefined;
}

function chosen(): string | null {
  return globalThis.chosenFiles?.shift() ?? globalThis.prompt('') ?? null;
}

export async function answer(name: CommandName, args: object): Promise<unknown> {
  if (name.startsWith('choose_')) return chosen();
  // A browser has no folders to write to: as if the dialog had been put away.
  if (
    name === 'print_letters' ||
    name === 'save_terms_sheet' ||
    name === 'save_recovery_sheet' ||
    name === 'export_into'
  )
    return null;
  if (name === 'save_document') {
    const path = chosen();
    return path === null ? null : { path };
  }
  const response = await fetch(`/desk/${name}`, { method: 'POST', body: JSON.stringify(args) });
  const said: unknown = await response.json();
  if (!response.ok) throw said;
  return said;
}
