// Switch: starts and stops a run. One button, so that the focus stays on it; its words are new ones each time, so that
// none of them moves.

interface SwitchProps {
  isBusy: boolean;
  onStart(): void;
  onStop(): void;
  disabled?: boolean;
  /** What it says while nothing runs. */
  children: string;
}

/** The button of a run. */
export function Switch({ isBusy, onStart, onStop, disabled = false, children }: SwitchProps) {
  const says = isBusy ? "Stop" : children;
  return (
    <button
      type="button"
      class={isBusy ? undefined : "main"}
      disabled={!isBusy && disabled}
      onClick={isBusy ? onStop : onStart}
    >
      <span key={says}>{says}</span>
    </button>
  );
}
