/**
 * The part of the emulator's report this reads. Offsets count characters from 0, the end is
 * part of the expression, a missing one is 0.
 */
interface ReportNode {
  readonly sourcePosition: {
    readonly line: number;
    readonly currentOffset?: number;
    readonly endOffset: number;
  };
  readonly values?: readonly { readonly value?: { readonly boolValue?: boolean } }[];
  readonly children?: readonly ReportNode[];
}

/** The emulator's answer to `:ruleCoverage`: a tree per function body and per condition. */
export interface CoverageReport {
  readonly report: readonly ReportNode[];
}

/** How much of the rules a run has exercised, and in words what it has not. */
export interface Coverage {
  readonly expressions: number;
  readonly booleans: number;
  readonly missing: readonly string[];
}

/**
 * Reads the emulator's coverage report. An expression counts when it has been evaluated; one that has yielded
 * a boolean counts only when it has yielded both.
 * @param source the text of the rules the report is about, to quote from
 */
export function coverageOf({ report }: CoverageReport, source: string): Coverage {
  const seen = new Map<string, { node: ReportNode; values: Set<string> }>();
  const visit = (node: ReportNode): void => {
    const { currentOffset = 0, endOffset } = node.sourcePosition;
    const key = `${currentOffset}-${endOffset}`;
    const entry = seen.get(key) ?? { node, values: new Set<string>() };
    for (const { value } of node.values ?? []) entry.values.add(String(value?.boolValue ?? 'other'));
    seen.set(key, entry);
    node.children?.forEach(visit);
  };
  report.forEach(visit);

  const missing: string[] = [];
  let booleans = 0;
  for (const { node, values } of seen.values()) {
    const { line, currentOffset = 0, endOffset } = node.sourcePosition;
    const where = `line ${line}: ${source.slice(currentOffset, endOffset + 1).replaceAll(/\s+/g, ' ')}`;
    if (values.size === 0) missing.push(`${where} was never evaluated`);
    if (!values.has('true') && !values.has('false')) continue;
    booleans += 1;
    for (const value of ['true', 'false'])
      if (!values.has(value)) missing.push(`${where} was never ${value}`);
  }
  return { expressions: seen.size, booleans, missing };
}
