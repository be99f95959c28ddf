import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";

/** Words on hover and on focus; what it is on has an accessible name of its own. */
export function Hint({ text, children }: { text: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={300} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
