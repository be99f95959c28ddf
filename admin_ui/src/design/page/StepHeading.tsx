import { useEffect, useRef } from "react";
import { focusNewHeading } from "./screens";

/** The heading of one step of a screen, which takes the focus when the step opens. */
export function StepHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => focusNewHeading(heading.current), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
