import type { InputHTMLAttributes, ReactNode } from "react";

/**
 * A native checkbox, since a list shows a hundred of them. Needs a text beside it or an `aria-label`.
 */
export function Checkbox({
  children,
  isIndeterminate = false,
  ...rest
}: Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "className"> & {
  children?: ReactNode;
  isIndeterminate?: boolean;
}) {
  return (
    <label className="checkbox">
      <input
        {...rest}
        type="checkbox"
        ref={(input) => {
          if (input) input.indeterminate = isIndeterminate;
        }}
      />
      {children}
    </label>
  );
}
