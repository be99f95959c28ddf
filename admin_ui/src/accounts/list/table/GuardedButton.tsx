import type { ReactNode } from "react";

type ActionState = { allowed: boolean; refusal?: { message: string } | null };

/**
 * An icon button, native since a list shows hundreds. Where the service refuses the action, it still takes
 * the focus, and its tooltip says why.
 */
export function GuardedButton({
  label,
  tooltip,
  state,
  icon,
  onPress,
}: {
  label: string;
  tooltip: string;
  state: ActionState | undefined;
  icon: ReactNode;
  onPress: () => void;
}) {
  const refusal = state && !state.allowed ? (state.refusal?.message ?? tooltip) : null;
  return (
    <button
      type="button"
      className="button quiet icon-only"
      aria-label={refusal ? `${label}. ${refusal}` : label}
      aria-disabled={refusal ? "true" : undefined}
      data-tooltip={refusal ?? tooltip}
      onClick={() => !refusal && onPress()}
    >
      {icon}
    </button>
  );
}
