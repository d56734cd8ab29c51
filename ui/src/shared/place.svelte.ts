/**
 * Where one is: a hash address such as `#/clients/c-7?tab=invoices`, so that back and forward work and every
 * place is an ordinary link.
 */

export interface Place {
  /** Decoded steps: `['clients', 'c-7']`. */
  path: readonly string[];
  query: Readonly<Record<string, string>>;
}

type Query = Record<string, string | undefined>;

function read(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return {
    path: path.split('/').filter(Boolean).map(decodeURIComponent),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** The link to a place. Empty query values are left out. */
export function linkTo(path: readonly string[], query: Query = {}): string {
  const kept = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(kept).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${text ? `?${text}` : ''}`;
}

let current = $state.raw<Place>(read(location.hash));
addEventListener('hashchange', () => {
  current = read(location.hash);
});

export function place(): Place {
  return current;
}

export function go(path: readonly string[], query?: Query): void {
  location.hash = linkTo(path, query);
}

/** Changes what is shown of the same place, without a step back in the history for every keystroke. */
export function refine(query: Query): void {
  const hash = linkTo(current.path, { ...current.query, ...query });
  history.replaceState(null, '', hash);
  current = read(hash);
}
