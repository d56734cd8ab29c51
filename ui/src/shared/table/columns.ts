/** What a table is told about its columns and its order. */

export interface Column<Row> {
  id: string;
  head: string;
  /** Text and dates stand left, numbers and their heads right. */
  align?: 'text' | 'number';
  /** In rem, at 100 % text; one column without a width takes the rest. */
  width?: number;
  /** How two rows compare, for a table that holds all its rows; `true` if the desk sorts. */
  sort?: true | ((a: Row, b: Row) => number);
  /** Amounts and ages are asked for from the largest. */
  descendingFirst?: boolean;
}

/** Which rows are chosen, and how to choose. */
export interface Selection<Row> {
  isChosen: (row: Row) => boolean;
  /** Which rows can be chosen; all of them when nothing is said. */
  offers?: (row: Row) => boolean;
  choose: (row: Row, on: boolean) => void;
  all: boolean | 'some';
  chooseAll: (on: boolean) => void;
  /** What the row is called, for those who do not see it. */
  name: (row: Row) => string;
}

export interface Order {
  id: string;
  descending: boolean;
}

/** What a press on a head asks for: its natural direction first, then the other one. */
export function nextOrder<Row>(column: Column<Row>, order: Order | undefined): Order {
  if (order?.id === column.id) return { id: column.id, descending: !order.descending };
  return { id: column.id, descending: column.descendingFirst ?? false };
}

/** An order as it stands in an address: `-balance` is by balance, the largest first. */
export function orderOf(text: string | undefined, usual: Order): Order {
  if (!text) return usual;
  return { id: text.replace(/^-/, ''), descending: text.startsWith('-') };
}

/** Nothing for the usual order. */
export function orderText({ id, descending }: Order, usual: Order): string | undefined {
  if (id === usual.id && descending === usual.descending) return undefined;
  return `${descending ? '-' : ''}${id}`;
}
