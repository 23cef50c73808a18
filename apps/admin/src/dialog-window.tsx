import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';

export interface DialogProps {
  title: ReactNode;
  children?: ReactNode;
  /** Buttons; the safe one first, because it gets the focus. */
  actions?: ReactNode;
  /** Escape. Absent where only one of the actions leads on. */
  onClose?: () => void;
}

/** See dialog.tsx. */
export default function DialogWindow({ title, children, actions, onClose }: DialogProps) {
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose?.()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.popup}>
          <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
          {children && (
            <AlertDialog.Description className={styles.body} render={<div />}>
              {children}
            </AlertDialog.Description>
          )}
          {actions && <div className={styles.actions}>{actions}</div>}
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
