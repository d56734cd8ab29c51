/** The rows of a question, as the desk tells them: each with what it may mean. */

export interface OpenRow {
  row: number;
  text: string;
  /** What it means for each answer: `{ dmy: '2017-01-09', mdy: '2017-09-01' }`. */
  readings: Readonly<Record<string, string>>;
}

const ROW = /^row (\d+): (.*) is (\S+) \((\w+)\) or (\S+) \((\w+)\)$/;

/** Lines that are not of this form are left out: the question stands without them. */
export function openRows(candidates: readonly string[]): OpenRow[] {
  return candidates.flatMap((line) => {
    const [, row, text, one, first, other, second] = ROW.exec(line) ?? [];
    if (!row || text === undefined || !one || !first || !other || !second) return [];
    return { row: Number(row), text, readings: { [first]: one, [second]: other } };
  });
}
