/** The figure to reach and the figure to aim for: ratios and counts, never times. */
export interface Goal {
  readonly better: 'more' | 'less';
  readonly must: number;
  readonly aim: number;
}

export interface Row {
  readonly part: string;
  readonly what: string;
  readonly beside: string;
  readonly goal: Goal | null;
  readonly measured: number;
  /** Something besides the figure went wrong; then no goal is met. */
  readonly fault?: string;
}

export type Standing = 'aim' | 'must' | 'missed' | '';

export const more = (must: number, aim: number): Goal => ({ better: 'more', must, aim });
export const less = (must: number, aim: number): Goal => ({ better: 'less', must, aim });

export function standing({ goal, measured, fault }: Row): Standing {
  if (fault !== undefined) return 'missed';
  if (goal === null) return '';
  const reaches = (figure: number): boolean =>
    goal.better === 'more' ? measured >= figure : measured <= figure;
  if (reaches(goal.aim)) return 'aim';
  return reaches(goal.must) ? 'must' : 'missed';
}
