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

export interface Order {
  id: string;
  descending: boolean;
}

/** What a press on a head asks for: its natural direction first, then the other one. */
export function nextOrder<Row>(column: Column<Row>, order: Order | undefined): Order {
  if (order?.id === column.id) return { id: column.id, descending: !order.descending };
  return { id: column.id, descending: column.descendingFirst ?? false };
}
