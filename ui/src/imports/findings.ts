/** Rows that were left out or are worth a look, by what they have in common. */
import { plainly } from '../ipc/vocabulary';

export interface Finding {
  code: string;
  message: string;
  row?: number | undefined;
}

export interface FindingGroup {
  code: string;
  sentence: string;
  findings: readonly Finding[];
}

/** The largest group first; a code without words of its own is said as it came. */
export function grouped(
  findings: readonly Finding[],
  sentences: Readonly<Record<string, string>>,
): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.code);
    if (group) group.push(finding);
    else groups.set(finding.code, [finding]);
  }
  return [...groups]
    .map(([code, group]) => ({ code, sentence: sentences[code] ?? plainly(code), findings: group }))
    .sort((a, b) => b.findings.length - a.findings.length);
}
