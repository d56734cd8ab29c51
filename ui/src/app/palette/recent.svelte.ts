/**
 * What one looked at last in this book, to be offered again. Held only while the book is open: nothing of a
 * book is ever kept outside it.
 */

/** Places that are one thing of many. */
const KINDS = ['clients', 'invoices', 'plans'] as const;
export type VisitKind = (typeof KINDS)[number];

export interface Visit {
  kind: VisitKind;
  id: string;
  title: string;
}

const MOST = 6;
let visits = $state.raw<readonly Visit[]>([]);

export function recentVisits(): readonly Visit[] {
  return visits;
}

/** Takes note of a place one is leaving. */
export function noteVisit([first, id]: readonly string[], title: string): void {
  const kind = KINDS.find((each) => each === first);
  if (!kind || id === undefined || !title.trim()) return;
  visits = [
    { kind, id, title: title.trim() },
    ...visits.filter((visit) => visit.kind !== kind || visit.id !== id),
  ].slice(0, MOST);
}

export function forgetVisits(): void {
  visits = [];
}
