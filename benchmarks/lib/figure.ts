/** One measured number and what it has to be. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  goal: number;
  /** Whether the goal is a ceiling or a floor. */
  bound: 'at most' | 'at least';
  ok: boolean;
  /** The other side of a comparison; `note` says what it is. */
  baseline?: number;
  /** What the baseline is, for people. */
  note?: string;
}

interface Measured {
  name: string;
  value: number;
  unit: string;
  baseline?: number;
  note?: string;
}

/** A figure that must not exceed its goal. */
export function atMost(goal: number, measured: Measured): Figure {
  const ok = measured.value <= goal;
  return { ...measured, goal, bound: 'at most', ok };
}

/** A figure that must reach its goal. */
export function atLeast(goal: number, measured: Measured): Figure {
  const ok = measured.value >= goal;
  return { ...measured, goal, bound: 'at least', ok };
}

function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toFixed(2)));
}

/** A line for the terminal: both sides, the ratio and whether it holds. */
export function printed(figure: Figure): string {
  const { name, value, unit, goal, bound, ok, baseline, note } = figure;
  const sign = bound === 'at most' ? '≤' : '≥';
  const share = goal ? ` (${number(value / goal)} of it)` : '';
  const side = baseline === undefined ? '' : `  against ${number(baseline)}`;
  return `${ok ? 'ok  ' : 'FAIL'} ${name}: ${number(
    value,
  )} ${unit}  goal ${sign} ${number(goal)}${share}${side}${
    note ? `  ${note}` : ''
  }`;
}
