import type { ReactNode } from "react";
import { Button } from "../design/Button";
import { Hint } from "../design/Hint";

type ActionState = { allowed: boolean; refusal?: { message: string } | null };

/** A button with a picture only. Where the service refuses, it can still be reached, and tells why. */
export function GuardedButton({
  label,
  hint,
  action,
  icon,
  onPress,
}: {
  label: string;
  hint: string;
  action: ActionState | undefined;
  icon: ReactNode;
  onPress: () => void;
}) {
  const refusal = action && !action.allowed ? (action.refusal?.message ?? hint) : null;
  return (
    <Hint text={refusal ?? hint}>
      <Button
        look="quiet"
        iconOnly
        aria-label={refusal ? `${label}. ${refusal}` : label}
        aria-disabled={refusal ? "true" : undefined}
        icon={icon}
        onPress={() => !refusal && onPress()}
      />
    </Hint>
  );
}
