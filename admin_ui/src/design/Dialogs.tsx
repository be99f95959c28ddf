import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { wordsOf } from "../i18n/words";
import { Button } from "./Button";

/** A modal dialog. Escape calls `onClose`; without it the dialog cannot be dismissed. */
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

/**
 * Asks before an action; while the action is `pending`, neither button responds and Escape does not close.
 */
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
          variant={danger ? "danger" : "primary"}
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
