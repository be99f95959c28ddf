import type { ReactNode } from "react";
import { Button } from "../../design/Button";
import { WithTooltip } from "../../design/WithTooltip";

type ActionState = { allowed: boolean; refusal?: { message: string } | null };

/**
 * An icon button. Where the service refuses the action, it still takes the focus, and its tooltip says why.
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
    <WithTooltip text={refusal ?? tooltip}>
      <Button
        variant="quiet"
        iconOnly
        aria-label={refusal ? `${label}. ${refusal}` : label}
        aria-disabled={refusal ? "true" : undefined}
        icon={icon}
        onPress={() => !refusal && onPress()}
      />
    </WithTooltip>
  );
}
