/** A page without its margins, so that its words stand larger in the same width. */

const ROOT = /^(<svg[^>]*?) viewBox="0 0 ([\d.]+) ([\d.]+)" width="[^"]*" height="[^"]*"/;
/** What is left out at each side and at top and bottom, as parts of the page; what is printed begins further in. */
const [SIDE, END] = [0.09, 0.04];

export function trimmed(page: string): string {
  return page.replace(ROOT, (_, head: string, width: string, height: string) => {
    const [across, down] = [Number(width), Number(height)];
    const box = [across * SIDE, down * END, across * (1 - 2 * SIDE), down * (1 - 2 * END)];
    return `${head} viewBox="${box.join(' ')}" width="${box[2]}pt" height="${box[3]}pt"`;
  });
}
