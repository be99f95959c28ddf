import { Copy } from "lucide-react";
import { wordsOf } from "../i18n/words";
import { Button } from "./Button";
import { toast } from "./Toasts";

/** Copies `text` to the clipboard; a toast says `done`, or that the browser did not allow it. */
export function CopyButton({ text, done, children }: { text: string; done: string; children: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(done);
    } catch {
      toast(wordsOf("design")("notCopied"), "danger");
    }
  };
  return (
    <Button onPress={() => void copy()} icon={<Copy size={18} aria-hidden />}>
      {children}
    </Button>
  );
}
