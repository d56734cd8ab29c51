/** Rows held in full, in the order asked for: TanStack Table's sorted row model. */
import { createSortedRowModel, createTable, rowSortingFeature, tableFeatures } from '@tanstack/svelte-table';
import type { Column, Order } from './columns';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

export interface Sorted<Row> {
  readonly rows: readonly Row[];
}

/** Must be made while a component is set up; the arguments are read reactively. */
export function sorted<Row extends object>(
  rows: () => readonly Row[],
  columns: () => readonly Column<Row>[],
  order: () => Order,
): Sorted<Row> {
  const table = createTable<typeof features, Row>({
    features,
    get data() {
      return rows();
    },
    get columns() {
      return columns().map((column) => {
        const { sort } = column;
        return {
          id: column.id,
          accessorFn: (row: Row) => row,
          ...(typeof sort === 'function' && {
            sortFn: (a: { original: Row }, b: { original: Row }) => sort(a.original, b.original),
          }),
        };
      });
    },
    state: {
      get sorting() {
        return [{ id: order().id, desc: order().descending }];
      },
    },
  });
  return {
    get rows() {
      return table.getSortedRowModel().rows.map((row) => row.original);
    },
  };
}
