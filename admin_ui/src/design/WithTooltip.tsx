import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";

/** A tooltip on hover and on focus. Its child needs an accessible name of its own. */
export function WithTooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={300} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}
