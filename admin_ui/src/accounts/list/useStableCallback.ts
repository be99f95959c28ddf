import { useCallback, useLayoutEffect, useRef } from "react";

/**
 * A function that stays the same from render to render and calls the last one that it was passed. For memoised
 * rows; not to be called while rendering.
 */
export function useStableCallback<Parameters extends unknown[]>(
  callback: (...parameters: Parameters) => void,
): (...parameters: Parameters) => void {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...parameters: Parameters) => latest.current(...parameters), []);
}
