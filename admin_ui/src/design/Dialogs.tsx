import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { wordsOf } from "../i18n/words";
import { Button } from "./Button";

/** Above the page; Escape and the button close it, unless it may not be closed. */
export function Dialog({
  title,
  open,
  onClose,
  children,
  wide = false,
  alert = false,
}: {
  title: string;
  open: boolean;
  onClose?: () => void;
  children: ReactNode;
  wide?: boolean;
  alert?: boolean;
}) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && onClose?.()}
      isDismissable={false}
      isKeyboardDismissDisabled={!onClose}
    >
      <Modal className={`modal ${wide ? "wide" : ""}`}>
        <AriaDialog className="dialog" role={alert ? "alertdialog" : "dialog"}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Says what will happen, then does it once: while it is being done the button does not answer. */
export function Confirmation({
  title,
  open,
  onClose,
  onConfirm,
  confirm,
  cancel,
  danger = false,
  pending = false,
  disabled = false,
  children,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  confirm: string;
  cancel?: string;
  danger?: boolean;
  pending?: boolean;
  disabled?: boolean;
  children: ReactNode;
}) {
  const t = wordsOf("design");
  return (
    <Dialog title={title} open={open} {...(pending ? {} : { onClose })} alert={danger}>
      <div className="stack">{children}</div>
      <div className="dialog-actions">
        <Button onPress={onClose} isDisabled={pending} autoFocus>
          {cancel ?? t("cancel")}
        </Button>
        <Button
          look={danger ? "danger" : "primary"}
          onPress={onConfirm}
          isPending={pending}
          isDisabled={disabled}
        >
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
